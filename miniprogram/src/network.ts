import { ref, watch } from 'vue'
import { isH5 } from './platform'

/** Whether this device has a network; whether the court answers is another matter. */
export const online = ref(true)

/** Asked, and not only listened for: some browsers never say that the network is back. */
export function lookAtNetwork() {
  if (isH5) online.value = navigator.onLine
  else uni.getNetworkType({ success: ({ networkType }) => (online.value = networkType !== 'none') })
}

export function watchNetwork() {
  lookAtNetwork()
  if (isH5) {
    // uni-app listens to the connection's kind, which says nothing of a pulled cable
    window.addEventListener('online', lookAtNetwork)
    return window.addEventListener('offline', lookAtNetwork)
  }
  uni.onNetworkStatusChange(({ isConnected }) => (online.value = isConnected))
}

/** At once when there is one. */
export function untilOnline(): Promise<void> {
  lookAtNetwork()
  if (online.value) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = watch(online, (is) => {
      if (!is) return
      stop()
      resolve()
    })
  })
}
