import { createReadStream, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { launchChromium } from '../browser.mjs'
import { bundle } from './bundle.mjs'

const outDir = '.harness/glass'

/** The compiled pages under WeChat's component framework, by hand: taps and typing from home to the answer. */
export async function runGlass({ root, apiBase, loginCode, answer, answerWithin, say, pictures, queryOf = () => '' }) {
  await bundle(root, outDir)
  const server = createServer((request, response) => createReadStream(path.join(outDir, request.url === '/main.js' ? 'main.js' : 'index.html')).pipe(response))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await launchChromium(['--disable-web-security'])
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
    const errors = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.addInitScript((routes) => (window.routes = routes), { compiled: 'http://127.0.0.1:5081', api: apiBase, loginCode: loginCode() })
    await page.goto(`http://127.0.0.1:${server.address().port}/`)
    page.setDefaultTimeout(15_000)
    await useMiniProgram(page, { answer, answerWithin, say, pictures }).catch(async (error) => {
      const shown = await page.locator('body').innerText()
      throw new Error(`${error.message}\nerrors: ${errors.join('; ')}\non the screen:\n${shown}`, { cause: error })
    })
    await openEveryPage(page, { root, queryOf, errors, say })
    if (errors.length > 0) throw new Error(`errors on the page: ${errors.join('; ')}`)
  } finally {
    await browser.close()
    server.close()
  }
}

/** Each page of the build under the framework: it must show words of its own and say nothing on the console. */
async function openEveryPage(page, { root, queryOf, errors, say }) {
  const { pages } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8'))
  const wrong = []
  for (const route of pages) {
    await page.evaluate((url) => window.openOnly(url), `/${route}${queryOf(route)}`)
    await page.waitForFunction(() => document.body.innerText.trim().length > 3).catch(() => wrong.push(`${route} shows nothing`))
    await page.waitForTimeout(300)
    wrong.push(...errors.splice(0).map((error) => `${route}: ${error}`))
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  say(`opened all ${pages.length} pages of the build`)
}

async function useMiniProgram(page, { answer, answerWithin, say, pictures }) {
  const text = (words) => page.getByText(words).locator('visible=true').first()
  const picture = (name) => pictures && page.screenshot({ path: path.join(pictures, `${name}.png`) })
  const tapNext = () => page.locator('button:visible', { hasText: '下一步' }).click()

  await page.locator('button:visible', { hasText: '给法官留言' }).waitFor({ timeout: 15_000 })
  await picture('mp-home')
  await page.locator('button:visible', { hasText: '给法官留言' }).click()
  await page.locator('button:visible', { hasText: '登录' }).click()
  await text('我看过并同意').click()
  await page.locator('button:visible', { hasText: '微信登录' }).click()
  say('agreed to the privacy policy and the user agreement, then signed in by wx.login')
  await text('不是案子的事').click()
  await text('广州互联网法院').click()
  await tapNext()
  await text('打官司').click()
  await tapNext()
  await page.locator('textarea:visible').fill('我在外地，能不能在网上立案？')
  await page.locator('button:visible', { hasText: '选照片' }).click()
  await text('已传好').waitFor()
  await picture('mp-text')
  await tapNext()
  await text('法院最迟将于').waitFor()
  await picture('mp-confirm')
  say('wrote a message with a picture; the page says until when the court answers')

  await page.locator('button:visible', { hasText: '发送留言' }).dblclick()
  await text('发出去了').waitFor()
  const number = /留言号 (\S+)/.exec(await text('留言号').textContent())[1]
  await picture('mp-waiting')
  say(`left message ${number} by a double tap`)

  await answer({ number })
  await text('对留言的答复').waitFor({ timeout: answerWithin })
  await picture('mp-answered')
  say('the letter arrived on the open page')
}
