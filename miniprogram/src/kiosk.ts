import { isH5 } from './platform'

const idleLimit = 60_000

/** A shared computer in a court hall: opened with `?kiosk=1`, nothing stays on the machine. */
export const kiosk = isH5 && /[?&]kiosk=1(&|#|$)/.test(globalThis.location?.href ?? '')

/** Calls `leave` after 60 seconds without a touch, key or scroll. Returns a function that stops watching. */
export function watchIdleness(leave: () => void): () => void {
  const acts = ['pointerdown', 'keydown', 'scroll', 'touchstart']
  let timer = setTimeout(leave, idleLimit)
  const restart = () => {
    clearTimeout(timer)
    timer = setTimeout(leave, idleLimit)
  }
  for (const act of acts) window.addEventListener(act, restart, { capture: true, passive: true })
  return () => {
    clearTimeout(timer)
    for (const act of acts) window.removeEventListener(act, restart, { capture: true })
  }
}
