import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { getCurrentScope, onScopeDispose, watch } from 'vue'
import { lookAtNetwork, online } from '@/network'
import { asRefused, Refused } from '@/services/refused'
import { getSendOutcome } from '@/services/sends'

/** How long to wait before each time the court is asked: the send may still be on its way. In milliseconds. */
export const waits = [500, 2000, 4000]

export const notReceived = () => new Refused('send.not_received', '法院没有收到这一次。您写的都还在，请再点一次发送')

export const stillUnknown = '还不知道法院收到没有，过一会儿会自动再问'

/** Between one time the court is asked and the next while it cannot say; the last one goes on. In milliseconds. */
export const pauses = [5_000, 10_000, 20_000, 30_000]

/** While `unknown` and the page is shown, `ask` by itself: after growing pauses, and at once when the network is back. */
export function useAskAgain(unknown: () => boolean, ask: () => Promise<unknown>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  let shown = true
  const stop = () => clearTimeout(timer)
  const again = () => unknown() && ask().catch(asRefused)
  function wait() {
    stop()
    if (!shown || !unknown()) return
    timer = setTimeout(async () => {
      lookAtNetwork()
      await again()
      wait()
    }, pauses[Math.min(asked++, pauses.length - 1)])
  }
  function leave() {
    shown = false
    stop()
  }
  watch(unknown, () => {
    asked = 0
    wait()
  }, { immediate: true, flush: 'sync' })
  watch(online, (is) => is && again())
  onHide(leave)
  onShow(() => {
    shown = true
    wait()
  })
  onUnload(leave)
  if (getCurrentScope()) onScopeDispose(leave)
}

const sent = async (id: string) => (await getSendOutcome(id)).received

/** Asks what became of a send whose answer was lost. Null while the court cannot be asked. */
export async function receivedAfterAll(id: string, received: (id: string) => Promise<boolean> = sent): Promise<boolean | null> {
  let known: boolean | null = null
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    if (!online.value) return null // nothing can be asked; whoever asks is woken when the network is back
    try {
      known = await received(id)
      if (known) return true
    } catch (error) {
      asRefused(error)
      known = null // what was not received before may have been since
    }
  }
  return known
}
