import { onHide, onUnload } from '@dcloudio/uni-app'

const every = 3000

/** Saves a draft every 3 seconds while it changes, and when the page is hidden, left or closed. */
export function useAutosave(snapshot: () => string, save: () => void) {
  let last = snapshot()
  const saveChanges = () => {
    const now = snapshot()
    if (now === last) return
    last = now
    save()
  }
  const timer = setInterval(saveChanges, every)
  const closing = typeof window === 'undefined' ? null : window
  closing?.addEventListener('pagehide', saveChanges)
  onHide(saveChanges)
  onUnload(() => {
    saveChanges()
    clearInterval(timer)
    closing?.removeEventListener('pagehide', saveChanges)
  })
  return {
    /** Takes what is on the page now as already saved (or done with). */
    settle() {
      last = snapshot()
    },
  }
}
