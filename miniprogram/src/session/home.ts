import { computed, watch } from 'vue'
import { listen } from '@/live/live'
import { useLoad } from '@/look/useLoad'
import { getHome } from '@/services/home'
import { acceptMe, signedIn } from './session'

/** The home answer is shared: the home page shows it, every page's title counts the unread answers in it. */
export const home = useLoad(async () => {
  const answer = await getHome()
  acceptMe(answer.me)
  return answer
})

export const unread = computed(() => (signedIn.value ? (home.data.value?.todo.length ?? 0) : 0))

export function startHome() {
  watch(signedIn, (is) => {
    home.data.value = null
    if (is) void home.reload()
  }, { immediate: true })
  listen(() => signedIn.value && void home.reload())
}
