import { computed, ref } from 'vue'
import { acceptAgreements, listAgreements, type AgreementName } from '@/services/agreements'
import { asRefused } from '@/services/refused'
import { home } from './home'
import { signedIn } from './session'

/** What the person signed in has yet to agree to. */
export const toAccept = computed<AgreementName[]>(() => (signedIn.value ? (home.data.value?.toAccept ?? []) : []))

export async function accept(ids: string[]) {
  await acceptAgreements(ids)
  await home.reload()
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
  const record = async () => {
    if (ticked.value && shown.value.length > 0) await accept(shown.value.map(({ id }) => id)).catch(asRefused)
  }
  return { shown, ticked, missing, record }
}
