import { online } from '@/network'
import { asRefused, Refused } from '@/services/refused'
import { getSendOutcome } from '@/services/sends'

/** How long to wait before each time the court is asked: the send may still be on its way. In milliseconds. */
export const waits = [500, 2000, 4000]

export const notReceived = () => new Refused('send.not_received', '法院没有收到这一次。您写的都还在，请再点一次发送')

/** Asks what became of a send whose answer was lost. Null while the court cannot be asked. */
export async function receivedAfterAll(id: string): Promise<boolean | null> {
  let known: boolean | null = null
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    if (!online.value) return null // nothing can be asked; whoever asks is woken when the network is back
    try {
      known = (await getSendOutcome(id)).received
      if (known) return true
    } catch (error) {
      asRefused(error)
      known = null // what was not received before may have been since
    }
  }
  return known
}
