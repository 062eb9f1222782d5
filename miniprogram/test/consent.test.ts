import { expect, test, vi } from 'vitest'
import { agreements } from './fake/data.mjs'
import { givenCourt } from './given'
import { openPage, press, shows } from './pages'

vi.mock('@/platform', () => ({ isWeChat: true, isH5: false }))
const { default: Messages } = await import('@/pages/messages/index.vue')
const { default: SignIn } = await import('@/pages/account/sign-in.vue')
const { accessToken, forget, signedIn } = await import('@/session/session')
const { consentHolds } = await import('@/session/consent')

const given = givenCourt(() => forget())
const signIns = () => given.fake.calls.filter(({ path }: { path: string }) => path === '/auth/wechat').length
let codes = 0
const login = vi.fn(({ success }: { success: (answer: { code: string }) => void }) => success({ code: `sim-linxiulan.${++codes}` }))

test('In WeChat nobody is signed in before the texts in force are agreed to', async () => {
  Object.assign(uni, { login })
  forget()
  const page = await openPage(Messages)
  expect(await accessToken()).toBeNull()
  await shows(page, '先登录')
  expect([login.mock.calls.length, signIns()]).toEqual([0, 0])

  const entry = await openPage(SignIn)
  await shows(entry, '我看过并同意')
  await press(entry, '微信登录')
  await shows(entry, '请先看过并勾选同意')
  expect([login.mock.calls.length, signIns()]).toEqual([0, 0])
  await entry.find('[role=checkbox]').trigger('click')
  await press(entry, '微信登录')
  await vi.waitFor(() => expect(signedIn.value).toBe(true))
  const recorded = () => given.fake.calls.find(({ path }: { path: string }) => path === '/me/agreements')
  await vi.waitFor(() => expect(recorded()?.body).toEqual({ ids: agreements.map(({ id }) => id) }))

  forget() // the session ran out: who has agreed is signed in silently
  expect(await accessToken()).not.toBeNull()
  forget()
  given.fake.court.agreements = [{ ...agreements[0], id: '0193e000-0000-7000-8000-000000000009', version: 2 }, agreements[1]]
  const before = login.mock.calls.length
  expect(await accessToken()).toBeNull() // the new version has to be read first
  expect(login.mock.calls).toHaveLength(before)
  expect(await consentHolds()).toBe(false)
})
