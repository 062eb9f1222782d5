// @vitest-environment node
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../harness/browser.mjs'
import { cutOff } from '../../harness/cut.mjs'
import { furnish } from '../../harness/scenes.mjs'
import { casesOfChen } from '../fake/data.mjs'
import { documentIds, documentsOfChen, linkToken } from '../fake/documents.mjs'
import { startFakeCourt } from '../fake/server.mjs'

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

test('Elder mode on a screen of 320 cuts nothing off, on any page', async () => {
  const fake = await startFakeCourt({ staticDir: 'dist/build/h5' })
  const person = furnish(fake.court)
  fake.court.documents.all = documentsOfChen()
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  await page.addInitScript(() => localStorage.setItem('elder', 'true'))
  await page.goto(`${fake.url}/#/pages/account/sign-in`)
  await page.locator('#phone input').fill(person.phone)
  await page.getByRole('checkbox').click()
  const found: string[] = (await cutOff(page)).map((what: string) => `sign-in: ${what}`)
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.locator('#sms-code input').waitFor({ state: 'attached' })
  await page.locator('#sms-code input').fill(fake.court.smsCodes.get(person.phone)!.code)
  await page.getByText('您想办什么').waitFor()
  const message = fake.court.orders[1].id
  const routes = [
    'home/index', 'messages/index', `messages/detail?id=${fake.court.orders[0].id}`, `messages/detail?id=${message}`, 'messages/write', `messages/supplement?id=${message}`,
    'cases/index', `cases/detail?id=${casesOfChen[0].id}`, 'cases/lookup', 'notices/index', 'search/index', 'missing/index', 'account/index', 'account/real-name', 'account/agreement?kind=privacyPolicy',
    'documents/index', `documents/detail?id=${documentIds.judgment}`, `documents/sign?id=${documentIds.judgment}`, `documents/history?id=${documentIds.judgment}`,
    'documents/address-confirmation', `documents/visit?token=${linkToken}`, 'verify/index', 'survey/index?token=none',
    'materials/index', `materials/choose?caseId=${casesOfChen[0].id}`, `materials/write?caseId=${casesOfChen[0].id}&kind=evidence`, 'applications/index', `applications/detail?caseId=${casesOfChen[1].id}&kind=appeal`,
  ]
  for (const route of routes) {
    await page.goto('about:blank')
    await page.goto(`${fake.url}/#/pages/${route}`)
    await page.locator('.mp-page.elder').waitFor()
    await page.waitForTimeout(700)
    found.push(...(await cutOff(page)).map((what: string) => `${route}: ${what}`))
  }
  await page.close()
  await fake.close()
  expect(found).toEqual([])
}, 120_000)
