import { kiosk } from '@/kiosk'

/** H5: the app, and nothing of its person, is kept by the browser, so that it opens and says what is wrong when there is no network. */
export function openableOffline() {
  if (kiosk || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('offline.js').catch(() => {}) // a browser that may not keep anything
}
