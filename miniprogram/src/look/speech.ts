import { ref } from 'vue'
import { isH5 } from '@/platform'

const synthesis = isH5 ? globalThis.speechSynthesis : undefined

/** Whether this browser really has a Chinese voice; otherwise nothing offers to read aloud. */
export const canSpeak = ref(false)
export const speaking = ref(false)

const chineseVoice = () => synthesis?.getVoices().find(({ lang }) => /^(zh|yue)/i.test(lang))

export function lookForVoice() {
  const look = () => (canSpeak.value = chineseVoice() !== undefined)
  look()
  synthesis?.addEventListener?.('voiceschanged', look) // Chromium lists its voices late
}

export function speak(text: string) {
  const voice = chineseVoice()
  if (!synthesis || !voice) return
  hush()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 0.9
  utterance.onend = utterance.onerror = () => (speaking.value = false)
  speaking.value = true
  synthesis.speak(utterance)
}

export function hush() {
  synthesis?.cancel()
  speaking.value = false
}
