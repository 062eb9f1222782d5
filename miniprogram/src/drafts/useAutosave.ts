import { onHide, onUnload } from '@dcloudio/uni-app'
import { getCurrentScope, onScopeDispose } from 'vue'
import { owner } from '@/session/owner'

const every = 3000

/** Saves a draft every 3 seconds while it changes, and when the page is hidden, left or closed; only for the person who began it. */
export function useAutosave(snapshot: () => string, save: () => void) {
  let last = snapshot()
  let writer = owner.value
  const saveChanges = () => {
    const now = snapshot()
    if (now === last || writer === null || owner.value !== writer) return
    save()
    last = now
  }
  const timer = setInterval(saveChanges, every)
  const closing = typeof window === 'undefined' ? null : window
  closing?.addEventListener('pagehide', saveChanges)
  onHide(saveChanges)
  const end = () => {
    saveChanges()
    clearInterval(timer)
    closing?.removeEventListener('pagehide', saveChanges)
  }
  onUnload(end)
  if (getCurrentScope()) onScopeDispose(end) // within a part of a page, which has no end of its own
  return {
    /** Takes what is on the page now as already saved (or done with). */
    settle() {
      last = snapshot()
      writer = owner.value
    },
  }
}
