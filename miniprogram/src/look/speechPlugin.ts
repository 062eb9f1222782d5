import { isWeChat } from '@/platform'

/** What is used of 微信同声传译, WeChat's own plugin for speech. */
export interface SpeechPlugin {
  getRecordRecognitionManager(): Recogniser
  textToSpeech(o: { lang: 'zh_CN'; tts: true; content: string; success(r: { filename: string }): void; fail(): void }): void
}

export interface Recogniser {
  onStop: (r: { result: string }) => void
  onError: () => void
  /** `duration` in milliseconds, at most 60,000. */
  start(o: { duration: number; lang: 'zh_CN' }): void
  stop(): void
}

/** Null where the build does not name it (WECHAT_SPEECH) or the account has not added it: then nothing offers to listen or to read aloud. */
export function speechPlugin(): SpeechPlugin | null {
  if (!isWeChat || !WECHAT_SPEECH) return null
  try {
    return requirePlugin('WechatSI') as SpeechPlugin
  } catch {
    return null
  }
}
