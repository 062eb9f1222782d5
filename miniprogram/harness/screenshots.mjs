// Pictures of every page of the H5 build over the fake court, each checked by axe: npm run screenshots -- OUTDIR [name…]
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Problem } from '../test/fake/http.mjs'
import { startFakeCourt } from '../test/fake/server.mjs'
import { launchChromium } from './browser.mjs'
import { cutOff } from './cut.mjs'
import { furnish, scenes } from './scenes.mjs'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const [outDir, ...only] = process.argv.slice(2)
if (!outDir) throw new Error('name a folder: npm run screenshots -- OUTDIR')
mkdirSync(outDir, { recursive: true })

const browser = await launchChromium()
let bad = 0
for (const [name, scene] of Object.entries(scenes)) {
  if (only.length > 0 && !only.some((part) => name.includes(part))) continue
  const problems = await shoot(name, scene).catch((error) => [`failed: ${error.message.split('\n').slice(0, 3).join(' ')}`])
  bad += problems.length
  console.log(name, problems.length === 0 ? 'ok' : `\n  ${problems.join('\n  ')}`)
}
await browser.close()
process.exit(bad === 0 ? 0 : 1)

async function shoot(name, scene) {
  const fake = await startFakeCourt({ staticDir: 'dist/build/h5' })
  const person = furnish(fake.court)
  const context = await browser.newContext({ viewport: scene.size, deviceScaleFactor: 2, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const errors = []
    page.on('pageerror', (error) => errors.push(`script: ${error.message}`))
    await page.goto(fake.url)
    if (!scene.signedOut) await signIn(page, fake, person)
    if (scene.elder) await page.getByText('长辈模式').locator('visible=true').first().click()
    scene.before?.(fake)
    fake.fail = ({ path: where }) => (where === scene.broken ? new Problem(500, 'server.failed', '是法院这边的问题') : null)
    if (scene.hang) await page.route(`**/api/v1${scene.hang}`, () => {})
    await page.goto('about:blank')
    await page.goto(`${fake.url}/${scene.url}`)
    await page.getByText(scene.ready).locator('visible=true').first().waitFor({ timeout: 10_000 })
    await scene.act?.(page, fake)
    await page.waitForTimeout(400)
    await page.screenshot({ path: path.join(outDir, `${name}.png`) })
    await wholePage(page, path.join(outDir, `${name}-full.png`), scene.size)
    return [...errors, ...(await check(page, scene))]
  } finally {
    await context.close()
    await fake.close()
  }
}

async function signIn(page, fake, person) {
  await page.goto(`${fake.url}/#/pages/account/sign-in`)
  await page.locator('#phone input').fill(person.phone)
  await page.getByRole('checkbox').click()
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.locator('#sms-code input').waitFor({ state: 'attached' })
  await page.locator('#sms-code input').fill(fake.court.smsCodes.get(person.phone).code)
  await page.getByText('有话想问法官').waitFor()
}

async function wholePage(page, file, { width, height }) {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (whole <= height) return
  await page.setViewportSize({ width, height: whole })
  await page.screenshot({ path: file })
  await page.setViewportSize({ width, height })
}

/** Serious axe findings, anything wider than the screen, anything too small to tap. */
async function check(page, { size }) {
  await page.evaluate(axeSource)
  const found = await page.evaluate(async (minimum) => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    const small = [...document.querySelectorAll('[role=button],[role=link],[role=radio],[role=tab]')].filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 0 && box.height < minimum
    })
    return [
      ...serious.map((v) => `axe ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`),
      ...small.map((element) => `only ${Math.round(element.getBoundingClientRect().height)}px high: ${element.textContent.slice(0, 20)}`),
    ]
  }, 44)
  return [...found, ...(await cutOff(page))].map((text) => `${text} (${size.width})`)
}
