import { kiosk } from './kiosk'

const memory = new Map<string, string>()

/** What was written under `key`, or null. Unreadable content counts as absent. */
export function read<T>(key: string): T | null {
  const text: unknown = kiosk ? memory.get(key) : uni.getStorageSync(key)
  if (typeof text !== 'string' || text === '') return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

/** Keeps `value` on this device; on a shared computer only until the page is closed. */
export function write(key: string, value: unknown): void {
  const text = JSON.stringify(value)
  if (kiosk) memory.set(key, text)
  else uni.setStorageSync(key, text)
}

export function remove(key: string): void {
  if (kiosk) memory.delete(key)
  else uni.removeStorageSync(key)
}

export function keysStartingWith(prefix: string): string[] {
  const keys = kiosk ? [...memory.keys()] : uni.getStorageInfoSync().keys
  return keys.filter((key) => key.startsWith(prefix))
}
