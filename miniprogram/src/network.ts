import { ref, watch } from 'vue'
import { isH5 } from './platform'

/** Whether this device has a network; whether the court answers is another matter. */
export const online = ref(true)
/** Whether what is sent may cost the person money, as far as the device tells: a phone away from Wi-Fi. */
export const metered = ref(false)

const paidFor = /^([2-5]g|cellular)$/
interface Connection { type?: string; addEventListener?(name: 'change', heard: () => void): void }
const connection = () => (navigator as { connection?: Connection }).connection

/** Asked, and not only listened for: some browsers never say that the network is back. */
export function lookAtNetwork() {
  if (isH5) {
    online.value = navigator.onLine
    metered.value = paidFor.test(connection()?.type ?? '')
  } else uni.getNetworkType({ success: ({ networkType }) => took(networkType !== 'none', networkType) })
}

function took(connected: boolean, kind: string) {
  online.value = connected
  if (connected) metered.value = paidFor.test(kind)
}

export function watchNetwork() {
  lookAtNetwork()
  if (isH5) {
    // uni-app listens to the connection's kind, which says nothing of a pulled cable
    window.addEventListener('online', lookAtNetwork)
    connection()?.addEventListener?.('change', lookAtNetwork)
    return window.addEventListener('offline', lookAtNetwork)
  }
  uni.onNetworkStatusChange(({ isConnected, networkType }) => took(isConnected, networkType))
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
