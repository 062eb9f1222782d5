import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { visiting } from '@/session/visit'
import { useLive } from './live'

const askEvery = 8_000

/** As `useLive`; who came by a link has no connection, so the page asks again while it is open. */
export function useReaderLive(reload: () => unknown) {
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = () => clearInterval(timer)
  useLive(reload)
  onShow(() => {
    stop()
    if (visiting()) timer = setInterval(() => void reload(), askEvery)
  })
  onHide(stop)
  onUnload(stop)
}
