// @vitest-environment node
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../../harness/browser.mjs'
import { furnish } from '../../harness/scenes.mjs'
import { startFakeCourt } from '../fake/server.mjs'

let browser: Browser
let fake: Awaited<ReturnType<typeof startFakeCourt>>
let page: Page
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())
beforeEach(async () => {
  fake = await startFakeCourt({ staticDir: 'dist/build/h5' })
  furnish(fake.court)
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
})
afterEach(async () => {
  await page.close()
  await fake.close()
})

async function signIn(home = '/') {
  await page.goto(fake.url + home)
  await page.getByText('登录').locator('visible=true').first().click()
  await page.locator('#phone input').fill('13812345620')
  await page.getByRole('checkbox').click()
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.locator('#sms-code input').waitFor({ state: 'attached' })
  await page.locator('#sms-code input').fill(fake.court.smsCodes.get('13812345620')!.code)
  await page.getByText('您好').locator('visible=true').first().waitFor()
}

const openWaiting = async () => {
  const waiting = fake.court.orders[1]
  await page.goto(`${fake.url}/#/pages/messages/detail?id=${waiting.id}`)
  await page.getByText('法官正在处理').waitFor()
  return waiting.id
}

test('An answer arrives in the open page without a reload, and the title counts it until it is read', async () => {
  await signIn()
  await page.waitForFunction(() => document.title === '(1) 广州微法院')
  const id = await openWaiting()
  fake.court.answer(id, '可以视频作证。')
  await page.getByText('可以视频作证。').waitFor()
})

test('After a cut connection the page shows the truth again by itself', async () => {
  await signIn()
  const id = await openWaiting()
  const { tell } = fake.court
  fake.court.tell = () => {} // nobody hears of this one
  fake.court.answer(id, '断线时答复的。')
  fake.court.tell = tell
  fake.hub.cut()
  await page.getByText('断线时答复的。').waitFor()
})

test('A draft outlives a reload', async () => {
  await signIn()
  await page.getByText('给法官留言').click()
  await page.getByText('您告李*强借钱不还').click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('交材料、交证据').click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.locator('#message-text textarea').fill('写到一半的话')
  await page.reload()
  await page.getByText('接着上次没发出的留言写').waitFor()
  expect(await page.locator('#message-text textarea').inputValue()).toBe('写到一半的话')
})

test('A shared computer signs out after a minute without a touch and keeps nothing', async () => {
  await page.clock.install()
  await signIn('/?kiosk=1')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('accessToken')
  await page.clock.runFor(61_000)
  await page.getByText('登录').locator('visible=true').first().waitFor()
  expect(fake.court.sessions).toHaveLength(0)
})

test('A signed-out person is taken to sign in and comes back to the message', async () => {
  await page.goto(fake.url)
  await page.getByText('给法官留言').click()
  await page.locator('#phone input').fill('13812345620')
  await page.getByRole('checkbox').click()
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.locator('#sms-code input').waitFor({ state: 'attached' })
  await page.locator('#sms-code input').fill(fake.court.smsCodes.get('13812345620')!.code)
  await page.getByText('想问哪个案子').waitFor()
})

test('An unknown route has a page of its own, at once and while the app is open', async () => {
  await page.goto(`${fake.url}/#/pages/nowhere/index`)
  await page.getByText('没有这个页面').locator('visible=true').first().waitFor()
  await page.getByRole('button', { name: '回首页' }).click()
  await page.getByText('有话想问法官').waitFor()
  await page.evaluate(() => (location.hash = '#/pages/no/such'))
  await page.getByText('没有这个页面').locator('visible=true').first().waitFor()
})

test('The message page changes when only its id changes, and stays itself when one goes back to it', async () => {
  await signIn()
  const [answered, waiting] = fake.court.orders
  await page.goto(`${fake.url}/#/pages/messages/detail?id=${answered.id}`)
  await page.getByText('对留言的答复').waitFor()
  await page.evaluate((id) => (location.hash = `#/pages/messages/detail?id=${id}`), waiting.id)
  await page.getByText('法官正在处理').waitFor()
  expect(await page.getByText('对留言的答复').count()).toBe(0)
})

test('Opening the app asks for the home page once', async () => {
  await signIn()
  fake.calls.length = 0
  await page.goto('about:blank')
  await page.goto(fake.url)
  await page.getByText('我的案件').locator('visible=true').first().waitFor()
  await page.waitForTimeout(800)
  expect(fake.calls.filter(({ path }) => path === '/home')).toHaveLength(1)
})

test('The session ends on an open page: sign in, and the words are where they were', async () => {
  await signIn()
  const waiting = fake.court.orders[1]
  await page.goto(`${fake.url}/#/pages/messages/supplement?id=${waiting.id}`)
  await page.locator('#supplement-text textarea').fill('证人在上海。')
  fake.court.sessions = []
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('登录过期了').waitFor()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.locator('#phone input').fill('13812345620')
  await page.getByRole('checkbox').click()
  fake.court.smsCodes.clear()
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.locator('#sms-code input').waitFor({ state: 'attached' })
  await page.locator('#sms-code input').fill(fake.court.smsCodes.get('13812345620')!.code)
  await page.locator('#supplement-text textarea').locator('visible=true').waitFor()
  expect(await page.locator('#supplement-text textarea').inputValue()).toBe('证人在上海。')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('补充的话发出去了').waitFor()
}, 40_000)

test('Without a network the app still opens and says so', async () => {
  await signIn()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await page.goto('about:blank')
  await page.goto(`${fake.url}/#/pages/messages/index`)
  await page.getByText('现在连不上网').waitFor()
})

test('The icons come as one file, once', async () => {
  const fonts: string[] = []
  page.on('response', (answer) => /\.(ttf|woff2?)(\?|$)/.test(answer.url()) && fonts.push(answer.url()))
  await signIn()
  await page.goto(`${fake.url}/#/pages/messages/index`)
  await page.getByText('就这些了').waitFor()
  expect(fonts).toHaveLength(1)
})
