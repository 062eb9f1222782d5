import { afterEach, beforeEach } from 'vitest'
import { signInBySms, sendSmsCode } from '@/services/auth'
import { accept, forget, startSession } from '@/session/session'
import { chen } from './fake/court.mjs'
import { startFakeCourt } from './fake/server.mjs'

export type FakeCourt = Awaited<ReturnType<typeof startFakeCourt>>

/** A court that runs for each test, with the drawings' litigant signed in over SMS; `furnish` adds what the tests of a file share. */
export function givenCourt(furnish: (fake: FakeCourt) => void = () => {}) {
  const given = {} as { fake: FakeCourt; person: { id: string; phone: string; cases: object[] } }
  beforeEach(async () => {
    given.fake = await startFakeCourt()
    given.person = chen(given.fake.court)
    furnish(given.fake)
    globalThis.fakeUni.state.base = given.fake.url
    startSession()
    await sendSmsCode(given.person.phone)
    accept(await signInBySms(given.person.phone, given.fake.court.smsCodes.get(given.person.phone)!.code))
    given.fake.calls.length = 0
  })
  afterEach(async () => {
    forget()
    await given.fake.close()
  })
  return given
}
