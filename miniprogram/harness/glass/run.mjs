import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { launchChromium } from '../browser.mjs'
import { bundle } from './bundle.mjs'

const outDir = '.harness/glass'

/** The compiled pages under WeChat's component framework, by hand: taps and typing from home to the answer. */
export async function runGlass({ root, apiBase, loginCode, answer, answerWithin, say, pictures }) {
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
    if (errors.length > 0) throw new Error(`errors on the page: ${errors.join('; ')}`)
  } finally {
    await browser.close()
    server.close()
  }
}

async function useMiniProgram(page, { answer, answerWithin, say, pictures }) {
  const text = (words) => page.getByText(words).locator('visible=true').first()
  const picture = (name) => pictures && page.screenshot({ path: path.join(pictures, `${name}.png`) })
  const tapNext = () => page.locator('button:visible', { hasText: '下一步' }).click()

  await text('个工作日内有答复').waitFor({ timeout: 15_000 })
  await picture('mp-home')
  say('signed in by wx.login, home shows the court’s figures')

  await page.locator('button:visible', { hasText: '给法官留言' }).click()
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
