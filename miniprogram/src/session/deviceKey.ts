import { newId } from '@/uuid'
import { read, write } from '@/storage'

const place = 'device-key'
let known: Promise<string> | null = null

/** What the court knows this device by when a code is asked for and entered. It stays when the person signs out, and says nothing of them. */
export const deviceKey = (): Promise<string> => (known ??= find())

async function find(): Promise<string> {
  const kept = read<string>(place)
  if (kept) return kept
  const key = (await newId()) + (await newId())
  write(place, key)
  return key
}
