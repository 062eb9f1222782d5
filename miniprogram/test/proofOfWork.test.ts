import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sendSmsCode, signInBySms } from '@/services/auth'
import { solve } from '@/session/proofOfWork'
import { firstWordWith, sha256 } from '@/session/sha256'
import { Work } from './fake/work.mjs'
import { givenCourt } from './given'

const given = givenCourt()
const hex = (words: Int32Array) => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
const asked = () => given.fake.calls.filter((call) => call.path === '/auth/sms-code')

test.each(['', 'abc', 'a'.repeat(55), 'b'.repeat(56), 'c'.repeat(64), 'd'.repeat(200)])('SHA-256 of %j is what the standard says', (text) => {
  expect(hex(sha256(text))).toBe(createHash('sha256').update(text).digest('hex'))
})

test('One block with a number behind a hash is hashed as the court does', () => {
  const number = 3_000_000_123
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  const seed = createHash('sha256').update('challenge').digest()
  const expected = createHash('sha256').update(seed).update(bytes).digest().readUInt32BE()
  expect(firstWordWith(sha256('challenge'))(number) >>> 0).toBe(expected)
})

test('The page breathes while the work is done', async () => {
  let breaths = 0
  const timer = setInterval(() => breaths++, 1)
  const number = await solve({ challenge: 'a long one', bits: 19 })
  clearInterval(timer)
  expect(breaths).toBeGreaterThan(3)
  expect(firstWordWith(sha256('a long one'))(number) >>> 13).toBe(0)
}, 60_000)

test('A stranger works before a code goes out, and a device that has signed in does not', async () => {
  await sendSmsCode('13900000009')
  expect(asked()).toHaveLength(1) // this device has entered a code before each test
  given.fake.court.work = new Work()
  await sendSmsCode('13900000008')
  expect(asked().slice(1).map((call) => 'proof' in (call.body as object))).toEqual([false, true])
  await signInBySms('13900000008', given.fake.court.smsCodes.get('13900000008')!.code)
  await sendSmsCode('13900000007')
  expect(asked()).toHaveLength(4)
})

test('A court that is never content ends in an error, not in an endless try', async () => {
  given.fake.court.work = Object.assign(new Work(), { before: () => [200, { challenge: 'x', bits: 1, expiresIn: 120 }] })
  await expect(sendSmsCode('13900000006')).rejects.toThrow()
  expect(asked()).toHaveLength(4)
})
