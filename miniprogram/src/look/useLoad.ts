import { ref, shallowRef, watch } from 'vue'
import { online } from '@/network'
import { asRefused, type Refused } from '@/services/refused'
import { signedIn } from '@/session/session'

/** After this long a skeleton is joined by a sentence. */
const slowAfter = 3000

/** What a page shows: asks `load`, keeps the old answer while asking again, and keeps what went wrong. What the end of the session stopped is asked again after signing in, what the network stopped once it is back. */
export function useLoad<T>(load: () => Promise<T>) {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Refused | null>(null)
  const failedAt = ref(0)
  const slow = ref(false)
  let latest = 0

  async function reload(): Promise<void> {
    const mine = ++latest
    const timer = setTimeout(() => (slow.value = true), slowAfter)
    try {
      const answer = await load()
      if (mine !== latest) return
      data.value = answer
      problem.value = null
    } catch (error) {
      if (mine !== latest) return
      problem.value = asRefused(error)
      failedAt.value = Date.now()
    } finally {
      clearTimeout(timer)
      if (mine === latest) slow.value = false
    }
  }

  watch(online, (is) => is && problem.value?.offline && reload())
  watch(signedIn, (is) => is && problem.value?.status === 401 && reload())
  return { data, problem, failedAt, slow, reload }
}
