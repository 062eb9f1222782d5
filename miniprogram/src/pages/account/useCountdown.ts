import { ref } from 'vue'

/** Whole seconds left, counted against the clock: a sleeping phone does not stretch them. */
export function useCountdown() {
  const left = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined

  function start(seconds: number) {
    const end = Date.now() + seconds * 1000
    const tick = () => {
      left.value = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      if (left.value === 0) stop()
    }
    stop()
    timer = setInterval(tick, 500)
    tick()
  }

  const stop = () => clearInterval(timer)
  return { left, start, stop }
}
