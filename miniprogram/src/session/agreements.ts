import { computed, ref, watch } from 'vue'
import { acceptAgreements, listAgreements, type AgreementName } from '@/services/agreements'
import { asRefused } from '@/services/refused'
import { consent } from './consent'
import { home } from './home'
import { owner } from './owner'
import { signedIn } from './session'

/** What the person signed in has yet to agree to. */
export const toAccept = computed<AgreementName[]>(() => (signedIn.value ? (home.data.value?.toAccept ?? []).filter(({ id }) => !accepted.value.includes(id)) : []))
/** By whoever is signed in now: a home answer that is on its way may not know of it yet. */
const accepted = ref<string[]>([])
watch(signedIn, () => (accepted.value = []), { flush: 'sync' })

export async function accept(ids: string[]) {
  consent(ids)
  await acceptAgreements(ids)
  accepted.value = [...accepted.value, ...ids]
}

/** Between the tries to record what was ticked, in milliseconds; the court may say a longer one. */
export const pauses = [3_000, 10_000, 30_000, 60_000]

/** What was ticked is not lost by a busy court: tried again beside whatever the person does, while they are signed in. */
async function keepAccepting(ids: string[], tried = 0): Promise<void> {
  const who = owner.value
  try {
    await accept(ids)
  } catch (error) {
    const refused = asRefused(error)
    if (!(refused.offline || refused.broken || refused.status === 429) || tried >= pauses.length) return
    setTimeout(() => owner.value === who && who !== null && void keepAccepting(ids, tried + 1), Math.max(pauses[tried], (refused.retryAfter ?? 0) * 1000))
  }
}

/** For who signs in: what is in force, shown beside the tick, and recorded once the court knows who ticked it. */
export function useAgreementTick() {
  const shown = ref<AgreementName[]>([])
  const ticked = ref(false)
  listAgreements().then(
    (items) => (shown.value = items),
    asRefused, // then the next page asks
  )
  const missing = computed(() => shown.value.length > 0 && !ticked.value)
  /** On this device: before it nobody is signed in by WeChat. */
  const agree = () => consent(shown.value.map(({ id }) => id))
  const record = async () => {
    if (ticked.value && shown.value.length > 0) await keepAccepting(shown.value.map(({ id }) => id))
  }
  return { shown, ticked, missing, agree, record }
}
