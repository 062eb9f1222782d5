import { onHide, onLoad, onShow, onUnload } from '@dcloudio/uni-app'
import type { HubConnection } from '@microsoft/signalr'
import { watch } from 'vue'
import { signedIn } from '@/session/session'
import { liveHub } from './hub'

/** Says that something changed, never what: whoever listens asks the API again. */
export interface Changed {
  topic: string
  id: string
  version: number
}

type Listener = (changed: Changed | null) => void

const retryDelays = [0, 1000, 3000, 10_000, 30_000]
/** While there is no connection (a network that blocks WebSockets), open pages ask again this often. */
const pollEvery = 30_000

const listeners = new Set<Listener>()
let hub: HubConnection | null = null
let attempts = 0
let wanted = false
let retry: ReturnType<typeof setTimeout> | undefined
let poll: ReturnType<typeof setInterval> | undefined

/** Keeps a connection while somebody is signed in. Called once, when the app starts. */
export function startLive() {
  watch(signedIn, (is) => (is ? resume() : pause()), { immediate: true })
}

/** The app came to the front: sockets may have died in the background. */
export function resume() {
  if (!signedIn.value) return
  wanted = true
  attempts = 0
  clearInterval(poll)
  poll = setInterval(() => hub?.state !== 'Connected' && tell(null), pollEvery)
  if (!hub) connect()
}

export function pause() {
  wanted = false
  clearTimeout(retry)
  clearInterval(poll)
  void hub?.stop()
  hub = null
}

function connect() {
  clearTimeout(retry)
  const mine = (hub = liveHub())
  mine.on('changed', (changed: Changed) => tell(changed))
  mine.onclose(() => lost(mine))
  mine.start().then(
    () => {
      if (attempts > 0) tell(null) // what happened meanwhile was not pushed
      attempts = 0
    },
    () => lost(mine),
  )
}

function lost(mine: HubConnection) {
  if (hub !== mine) return
  hub = null
  if (!wanted) return
  const delay = retryDelays[Math.min(attempts, retryDelays.length - 1)]
  attempts++
  retry = setTimeout(connect, delay)
}

function tell(changed: Changed | null) {
  for (const listener of [...listeners]) listener(changed)
}

/** Calls `listener` on every change, with null when anything may have changed. Returns a function that ends it. */
export function listen(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** For a page: `reload` on each change that `concerns` it, and whenever the page is shown again. */
export function useLive(reload: () => unknown, concerns: (changed: Changed) => boolean = () => true) {
  let visible = true
  let stale = false
  let end = () => {}
  onLoad(() => {
    end = listen((changed) => {
      if (changed && !concerns(changed)) return
      if (visible) void reload()
      else stale = true
    })
  })
  onShow(() => {
    if (!visible || stale) void reload()
    visible = true
    stale = false
  })
  onHide(() => (visible = false))
  onUnload(() => end())
}
