import { isWeChat } from './platform'
import { asRefused, Refused } from './services/refused'
import { reportSubscriptions, templatesToAsk, type Moment } from './services/subscriptions'
import { read, remove, write } from './storage'
import { newId } from './uuid'

/**
 * WeChat tells a person of an answer only if they allowed it, once for each message: they are asked whenever they tap
 * something after which they wait for the court. In H5 there is nothing to ask; the SMS comes in any case.
 */
interface Report {
  id: string
  results: Record<string, string>
}

const key = 'subscribe-report'
const ready = new Map<Moment, string[]>()

/** Before the tap: WeChat shows its question only within one, so what to ask must be known by then. */
export async function prepareToAsk(moment: Moment) {
  if (!isWeChat) return
  try {
    await sendKept()
    ready.set(moment, await templatesToAsk(moment))
  } catch (error) {
    asRefused(error) // then nobody is asked this time
  }
}

/** Within a tap. Never holds up what the tap does, whatever the person answers. */
export function askToTell(moment: Moment) {
  const tmplIds = ready.get(moment) ?? []
  if (!isWeChat || tmplIds.length === 0) return
  ready.delete(moment)
  uni.requestSubscribeMessage({
    tmplIds,
    success: (answer) => {
      const words = answer as unknown as Record<string, unknown>
      void report(Object.fromEntries(tmplIds.filter((id) => typeof words[id] === 'string').map((id) => [id, words[id] as string])))
    },
    fail: () => {}, // switched off in WeChat's settings: nothing was given or taken
    complete: () => void prepareToAsk(moment),
  })
}

async function report(results: Record<string, string>) {
  if (Object.keys(results).length === 0) return
  write(key, [...kept(), { id: await newId(), results }])
  await sendKept().catch(asRefused) // stays for the next time
}

const kept = () => read<Report[]>(key) ?? []

async function sendKept() {
  for (const { id, results } of kept()) {
    try {
      await reportSubscriptions(id, results)
    } catch (error) {
      if (!(error instanceof Refused) || error.offline || error.broken || error.status === 429 || error.status === 401) throw error
    }
    const rest = kept().filter((other) => other.id !== id)
    if (rest.length > 0) write(key, rest)
    else remove(key)
  }
}
