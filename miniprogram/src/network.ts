import { ref } from 'vue'
import { isH5 } from './platform'

/** Whether this device has a network; whether the court answers is another matter. */
export const online = ref(true)

export function watchNetwork() {
  if (isH5) {
    // uni-app listens to the connection's kind, which says nothing of a pulled cable
    const look = () => (online.value = navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return void look()
  }
  uni.getNetworkType({ success: ({ networkType }) => (online.value = networkType !== 'none') })
  uni.onNetworkStatusChange(({ isConnected }) => (online.value = isConnected))
}
