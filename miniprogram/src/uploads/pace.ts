/** How large the next piece is, how fast it goes and how long it will take. */
export class Pace {
  static readonly smallest = 64 * 1024
  static readonly largest = 4 * 1024 * 1024
  /** Long enough to be worth a request, short enough that a cut costs little. */
  private static readonly seconds = 3
  size = 256 * 1024
  /** Bytes a second, smoothed. */
  speed = 0

  took(bytes: number, milliseconds: number) {
    const now = bytes / (Math.max(milliseconds, 1) / 1000)
    this.speed = this.speed === 0 ? now : this.speed * 0.7 + now * 0.3
    const wished = Math.min(now * Pace.seconds, this.size * 2)
    this.size = Math.round(Math.min(Math.max(wished, Pace.smallest), Pace.largest))
  }

  broke() {
    this.size = Math.max(Pace.smallest, Math.round(this.size / 2))
  }
}

/** `20 秒`, `2 分钟`; empty while nothing is known. */
export function leftText(bytes: number, speed: number): string {
  if (speed <= 0) return ''
  const seconds = bytes / speed
  if (seconds < 55) return `约 ${Math.max(5, Math.ceil(seconds / 5) * 5)} 秒`
  if (seconds < 3570) return `约 ${Math.round(seconds / 60)} 分钟`
  return `约 ${Math.round(seconds / 3600)} 小时`
}
