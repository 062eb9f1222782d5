import { afterEach, expect, test } from 'vitest'
import { getHome } from '@/services/home'
import { getMe, listDevices } from '@/services/me'
import { Refused } from '@/services/refused'
import { online } from '@/network'
import { getWorkOrder, urgeWorkOrder } from '@/services/workOrders'
import { accessToken, signedIn } from '@/session/session'
import { read, write } from '@/storage'
import { givenCourt } from './given'

const given = givenCourt()
afterEach(() => void (online.value = true))
const calls = (path: string) => given.fake.calls.filter((call) => call.path === path).length

test('Many calls with an expired token renew it once and are all answered', async () => {
  given.fake.court.expireAccessTokens()
  const [me, home, devices] = await Promise.all([getMe(), getHome(), listDevices()])
  expect(me.name).toBe('陈*华')
  expect(home.openCases).toBe(3)
  expect(devices).toHaveLength(1)
  expect(calls('/auth/refresh')).toBe(1)
})

test('A refresh token that another tab has used is not used again', async () => {
  const before = read<{ accessToken: string; refreshToken: string }>('session')!
  given.fake.court.expireAccessTokens()
  const renewed = given.fake.court.refresh(before.refreshToken)
  write('session', { ...before, accessToken: renewed.accessToken, refreshToken: renewed.refreshToken })
  expect((await getMe()).name).toBe('陈*华')
  expect(calls('/auth/refresh')).toBe(0)
  expect(await accessToken()).toBe(renewed.accessToken)
})

test('A revoked session signs out and says so', async () => {
  given.fake.court.sessions = []
  await expect(getMe()).rejects.toMatchObject({ code: 'auth.token_expired', status: 401 })
  expect(signedIn.value).toBe(false)
})

test('A broken connection while renewing keeps the session for another try', async () => {
  given.fake.court.expireAccessTokens()
  given.fake.fail = ({ path }) => (path === '/auth/refresh' ? 'drop' : null)
  await expect(getMe()).rejects.toMatchObject({ offline: true })
  expect(signedIn.value).toBe(true)
})

test('A refusal carries code, sentence, number and status', async () => {
  const refused = await getWorkOrder('0193b000-0000-7000-8000-00000000ffff').catch((error: Refused) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect(refused).toMatchObject({ code: 'work_order.not_found', title: '找不到这条留言', errorNumber: 'K7-2081', status: 404 })
})

test('A page that was opened without saying which one is told so, and asks for no list', async () => {
  await expect(getWorkOrder('')).rejects.toMatchObject({ code: 'client.without_id', title: '这个链接不完整，请回到列表里打开', status: 404 })
  expect(given.fake.calls).toEqual([])
})

test('Who has a network is not told to look at it, and nothing is said of sending where nothing was sent', async () => {
  given.fake.fail = () => 'drop'
  const words = async () => ((await getMe().catch((error: Refused) => error)) as Refused).title
  expect(await words()).toContain('不是您手机的问题')
  online.value = false
  expect(await words()).toContain('手机现在没有网络')
  expect(await words()).not.toContain('送到')
  await expect(urgeWorkOrder('0193b000-0000-7000-8000-000000000001', 'id')).rejects.toMatchObject({ title: expect.stringContaining('没有送到法院') })
})

test('A dropped connection is told apart from a refusal', async () => {
  given.fake.fail = () => 'drop'
  await expect(getMe()).rejects.toMatchObject({ code: 'network.no_answer', offline: true, broken: false })
})
