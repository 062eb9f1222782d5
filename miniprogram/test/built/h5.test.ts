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
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.locator('#sms-code input').waitFor({ state: 'attached' })
  await page.locator('#sms-code input').fill(fake.court.smsCodes.get('13812345620')!.code)
  await page.getByText('想问哪个案子').waitFor()
})
