import { computed, ref, watch } from 'vue'
import { acceptAgreements, listAgreements, type AgreementName } from '@/services/agreements'
import { asRefused } from '@/services/refused'
import { consent } from './consent'
import { home } from './home'
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
    if (ticked.value && shown.value.length > 0) await accept(shown.value.map(({ id }) => id)).catch(asRefused)
  }
  return { shown, ticked, missing, agree, record }
}
