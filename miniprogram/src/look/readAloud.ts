import type { SpeechPlugin } from './speechPlugin'

/** The plugin takes this many letters at once. */
const atOnce = 300

/** In parts that end with a sentence, or at least somewhere. */
export function partsOf(text: string): string[] {
  const parts: string[] = []
  for (const sentence of text.match(/[^。！？；\n]+[。！？；\n]*|[。！？；\n]+/g) ?? []) {
    for (let at = 0; at < sentence.length; at += atOnce) {
      const piece = sentence.slice(at, at + atOnce)
      const last = parts.at(-1)
      if (last !== undefined && last.length + piece.length <= atOnce) parts[parts.length - 1] = last + piece
      else parts.push(piece)
    }
  }
  return parts
}

/** Reads part after part; `ended` is called once, at the end or when it does not go on. Returns what stops it. */
export function readAloud(plugin: SpeechPlugin, text: string, ended: () => void): () => void {
  const audio = uni.createInnerAudioContext()
  const parts = partsOf(text)
  let over = false
  const finish = () => {
    if (over) return
    over = true
    audio.destroy()
    ended()
  }
  const next = () => {
    const content = parts.shift()
    if (over || content === undefined) return finish()
    plugin.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content,
      success: ({ filename }) => {
        if (over) return
        audio.src = filename
        audio.play()
      },
      fail: finish,
    })
  }
  audio.onEnded(next)
  audio.onError(finish)
  next()
  return finish
}
