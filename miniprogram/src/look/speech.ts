import { ref } from 'vue'
import { isH5 } from '@/platform'
import { readAloud } from './readAloud'
import { speechPlugin } from './speechPlugin'

const synthesis = isH5 ? globalThis.speechSynthesis : undefined

/** Whether there is a Chinese voice: this browser's, or WeChat's plugin; otherwise nothing offers to read aloud. */
export const canSpeak = ref(false)
export const speaking = ref(false)
let stop: (() => void) | null = null

const chineseVoice = () => synthesis?.getVoices().find(({ lang }) => /^(zh|yue)/i.test(lang))

export function lookForVoice() {
  const look = () => (canSpeak.value = speechPlugin() !== null || chineseVoice() !== undefined)
  look()
  synthesis?.addEventListener?.('voiceschanged', look) // Chromium lists its voices late
}

export function speak(text: string) {
  hush()
  const plugin = speechPlugin()
  if (plugin) {
    speaking.value = true
    stop = readAloud(plugin, text, () => (speaking.value = false))
    return
  }
  const voice = chineseVoice()
  if (!synthesis || !voice) return
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 0.9
  utterance.onend = utterance.onerror = () => (speaking.value = false)
  speaking.value = true
  synthesis.speak(utterance)
}

export function hush() {
  stop?.()
  stop = null
  synthesis?.cancel()
  speaking.value = false
}
