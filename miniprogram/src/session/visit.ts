import { ref } from 'vue'
import { visitWith } from '@/services/request'
import { read, remove, write } from '@/storage'

/** Somebody came by the link of an SMS or an e-mail and proved that phone or address: two hours, one service, no account. */
interface Visit {
  token: string
  /** Milliseconds by this device's clock. */
  until: number
}

const key = 'visit'
const stored = ref<Visit | null>(running(read<Visit>(key)))

function running(visit: Visit | null) {
  return visit && visit.until > Date.now() ? visit : null
}

export const visiting = () => stored.value !== null

export function beginVisit(token: string, seconds: number) {
  stored.value = { token, until: Date.now() + seconds * 1000 }
  write(key, stored.value)
}

export function forgetVisit() {
  if (!stored.value) return
  stored.value = null
  remove(key)
}

visitWith(() => stored.value?.token ?? null)
