import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '@/uuid'

afterEach(() => void vi.unstubAllGlobals())

test('An id is a UUID version 7 that begins with its moment', async () => {
  const id = await newId(Date.UTC(2026, 10, 20, 1, 41))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 20, 1, 41))
})

test('Ids of one moment differ', async () => {
  const ids = await Promise.all(Array.from({ length: 500 }, () => newId(1)))
  expect(new Set(ids).size).toBe(500)
})

test('WeChat is asked for randomness where the browser’s is missing', async () => {
  vi.stubGlobal('crypto', {})
  vi.stubGlobal('wx', { getRandomValues: ({ success }: { success: (r: object) => void }) => success({ randomValues: new Uint8Array(16).fill(255).buffer }) })
  expect(await newId(0)).toBe('00000000-0000-7fff-bfff-ffffffffffff')
})

test('An old client without any source still makes a valid id', async () => {
  vi.stubGlobal('crypto', {})
  expect(await newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
})
