/** 1258291 → `1.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

/** An instant of this device as `09:41`. */
export function clockText(at: number): string {
  const time = new Date(at)
  return clock(time.getHours(), time.getMinutes())
}

/** An instant as `11 月 20 日 09:41` in Guangzhou, wherever the device is. */
export function momentText(at: string | number): string {
  const time = new Date(new Date(at).getTime() + 8 * 3600_000)
  return `${time.getUTCMonth() + 1} 月 ${time.getUTCDate()} 日 ${clock(time.getUTCHours(), time.getUTCMinutes())}`
}

/** An instant's day in Guangzhou, `11 月 20 日`. */
export const momentDayText = (at: string) => momentText(at).replace(/ \d\d:\d\d$/, '')

/** The day of an instant in Guangzhou, `2026-11-20`; of a day itself. */
export const dayOf = (at: string) => (at.length > 10 ? new Date(new Date(at).getTime() + 8 * 3600_000).toISOString().slice(0, 10) : at)

/** An instant as `2026 年 11 月 20 日（周五）09:48` in Guangzhou. */
export function fullMomentText(at: string): string {
  const day = new Date(new Date(at).getTime() + 8 * 3600_000).toISOString()
  return `${day.slice(0, 4)} 年 ${dayText(day)}${day.slice(11, 16)}`
}

/** `2026-11-20` → `11 月 20 日（周五）`. */
export const dayText = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8, 10))} 日（${weekdayText(date)}）`

/** `周五`. */
export const weekdayText = (date: string) => `周${'日一二三四五六'[new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()]}`

function clock(hours: number, minutes: number): string {
  return [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':')
}

/** `13812345620` → `138****5620`, for a number that the person has just typed. */
export const maskedPhone = (phone: string) => phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2')

/** A piece of a row's note; `kept` ones do not break. */
export interface Piece { text: string; kept: boolean }

/** 2026 年 11 月 20 日（周五）09:41, （2026）粤0104民初12345号. */
const whole = /((?:\d{4} 年 )?\d+ 月 \d+ 日(?:（周.）)?(?: ?\d{1,2}:\d{2})?|（周.）|（\d{4}）[^\s·，。；、（）]+?号)/

/** `越秀法院·11 月 20 日·等开庭` in pieces: dates and case numbers stay whole, and a separator stays with what it ends. */
export function piecesOf(note: string): Piece[] {
  const parts = note.split('·')
  return parts.flatMap((part, at) => {
    const end = at < parts.length - 1 ? '·' : ''
    const pieces = part.split(whole).filter(Boolean).map((text): Piece => ({ text, kept: whole.test(text) }))
    const last = pieces.at(-1)
    if (!last || last.kept) return [...pieces.slice(0, -1), { text: (last?.text ?? '') + end, kept: true }]
    return [...pieces.slice(0, -1), { text: last.text.slice(0, -1), kept: false }, { text: last.text.slice(-1) + end, kept: true }]
  })
}
