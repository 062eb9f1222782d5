/** 1258291 → `1.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

/** An instant of this device as `9:41`. */
export function clockText(at: number): string {
  const time = new Date(at)
  return `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`
}

/** An instant as `11 月 20 日 9:41` in Guangzhou, wherever the device is. */
export function momentText(at: string | number): string {
  const time = new Date(new Date(at).getTime() + 8 * 3600_000)
  return `${time.getUTCMonth() + 1} 月 ${time.getUTCDate()} 日 ${time.getUTCHours()}:${String(time.getUTCMinutes()).padStart(2, '0')}`
}

/** `13812345620` → `138****5620`, for a number that the person has just typed. */
export const maskedPhone = (phone: string) => phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2')
