import { computed, ref } from 'vue'
import { listAgreements } from '@/services/agreements'
import { read, remove, write } from '@/storage'

const key = 'consent'
/** Of the texts that were agreed to on this device: before that nothing signs anybody in by itself (PIPL 13, 14). */
const agreed = ref(read<string[]>(key) ?? [])

export const consented = computed(() => agreed.value.length > 0)

export function consent(ids: string[]) {
  agreed.value = [...new Set([...agreed.value, ...ids])]
  write(key, agreed.value)
}

/** Nothing is agreed to on this device any more. */
export function forgetConsent() {
  agreed.value = []
  remove(key)
}

/** Whether what was agreed to is what is in force now; where it is not, it counts no longer. */
export async function consentHolds(): Promise<boolean> {
  const inForce = await listAgreements()
  if (inForce.every(({ id }) => agreed.value.includes(id))) return true
  forgetConsent()
  return false
}
