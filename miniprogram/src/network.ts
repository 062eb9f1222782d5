import { ref } from 'vue'

/** Whether this device has a network; whether the court answers is another matter. */
export const online = ref(true)

export function watchNetwork() {
  uni.getNetworkType({ success: ({ networkType }) => (online.value = networkType !== 'none') })
  uni.onNetworkStatusChange(({ isConnected }) => (online.value = isConnected))
}
