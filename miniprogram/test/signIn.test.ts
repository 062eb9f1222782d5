import { expect, test } from 'vitest'
import { sendSmsCode, signInBySms } from '@/services/auth'
import { confirmRealName, signOutDevice } from '@/services/me'
import { signedIn } from '@/session/session'
import { leave } from '@/session/signOut'
import { readDraft, writeDraft } from '@/drafts/drafts'
import { givenCourt } from './given'

const given = givenCourt()

test('A wrong SMS code is refused', async () => {
  await sendSmsCode('13900000000')
  await expect(signInBySms('13900000000', '000000')).rejects.toMatchObject({ code: 'auth.sms_code_wrong' })
})

test('A second SMS code within the minute says how long to wait', async () => {
  await sendSmsCode('13900000001')
  const refused = await sendSmsCode('13900000001').catch((error) => error)
  expect(refused.code).toBe('rate.limited')
  expect(refused.retryAfter).toBeGreaterThan(0)
})

test('A name that does not match the ID number is refused with a sentence', async () => {
  await expect(confirmRealName('李四', '440104195603070012')).rejects.toMatchObject({ code: 'identity.mismatch', status: 422 })
})

test('Signing out ends the session on the server and takes the drafts along', async () => {
  writeDraft('message', { id: 'x', text: '没发出的话', files: [], savedAt: 1 })
  await leave()
  expect(signedIn.value).toBe(false)
  expect(given.fake.court.sessions).toHaveLength(0)
  expect(readDraft('message')).toBeNull()
})

test('Signing out without a network still forgets the person here', async () => {
  given.fake.fail = () => 'drop'
  await leave()
  expect(signedIn.value).toBe(false)
})

test('Another device can be signed out', async () => {
  const other = given.fake.court.sessions[0]
  await signOutDevice(other.id)
  expect(given.fake.court.sessions).toHaveLength(0)
})
