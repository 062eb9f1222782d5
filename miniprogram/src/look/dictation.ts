import { isH5 } from '@/platform'
import { speechPlugin } from './speechPlugin'

/** Listens while the person holds the button. `end` makes it say what it heard. */
export interface Dictation {
  begin(heard: (words: string) => void, failed: () => void): void
  end(): void
}

/** In milliseconds; the plugin stops by itself. */
const longest = 60_000

/** WeChat's plugin, or a browser that understands speech on the device itself: no voice goes to anybody else. Null where there is neither. */
export async function findDictation(): Promise<Dictation | null> {
  const plugin = speechPlugin()
  if (plugin) return inWeChat(plugin.getRecordRecognitionManager())
  return isH5 ? onDevice() : null
}

const inWeChat = (recogniser: ReturnType<NonNullable<ReturnType<typeof speechPlugin>>['getRecordRecognitionManager']>): Dictation => ({
  begin(heard, failed) {
    recogniser.onStop = ({ result }) => heard(result)
    recogniser.onError = failed
    recogniser.start({ duration: longest, lang: 'zh_CN' })
  },
  end: () => recogniser.stop(),
})

interface BrowserRecognition {
  lang: string
  continuous: boolean
  processLocally: boolean
  onresult: (event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void
  onerror: () => void
  start(): void
  stop(): void
}

interface BrowserRecognitionType {
  new (): BrowserRecognition
  available?(o: { langs: string[]; processLocally: boolean }): Promise<string>
}

async function onDevice(): Promise<Dictation | null> {
  const Recognition = (globalThis as { SpeechRecognition?: BrowserRecognitionType }).SpeechRecognition
  const state = await Recognition?.available?.({ langs: ['zh-CN'], processLocally: true }).catch(() => 'unavailable')
  if (!Recognition || state !== 'available') return null
  const recognition = Object.assign(new Recognition(), { lang: 'zh-CN', continuous: true, processLocally: true })
  return {
    begin(heard, failed) {
      recognition.onresult = ({ results }) => heard(Array.from(results, (one) => one[0].transcript).join(''))
      recognition.onerror = failed
      recognition.start()
    },
    end: () => recognition.stop(),
  }
}
