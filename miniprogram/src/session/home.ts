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

/** What was asked for within this time is still new to who opens the home page. In milliseconds. */
const newFor = 3000
let askedAt = 0

/** For who only looks: the app and its home page open at once and need one answer. */
export function lookAtHome(): Promise<void> {
  if (Date.now() - askedAt < newFor && !home.problem.value) return Promise.resolve()
  askedAt = Date.now()
  return home.reload()
}

export const unread = computed(() => (signedIn.value ? (home.data.value?.unreadAnswers ?? 0) : 0))

/** Whoever has more than this many cases, messages and documents is offered to search. */
const few = 10
export const manyThings = computed(() => signedIn.value && (home.data.value?.things ?? 0) > few)

export function startHome() {
  watch(signedIn, (is) => {
    home.data.value = null
    askedAt = 0
    if (is) void lookAtHome()
  }, { immediate: true })
  listen(() => signedIn.value && void home.reload())
}
