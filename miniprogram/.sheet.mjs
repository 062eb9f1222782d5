import { existsSync } from 'node:fs'
import { launchChromium } from './harness/browser.mjs'
const browser = await launchChromium()
const sheets = JSON.parse(process.argv[2])
for (const [out, width, names] of sheets) {
  const page = await browser.newPage({ viewport: { width: 1500, height: 800 } })
  const html = names.map((n) => { const f = existsSync(`/tmp/shots/${n}-full.png`) ? `/tmp/shots/${n}-full.png` : `/tmp/shots/${n}.png`; return `<img src="file://${f}" style="width:${width}px;vertical-align:top;margin:4px">` }).join('')
  await page.goto('file:///tmp/shots/')
  await page.setContent(`<body style="background:#888;margin:0">${html}</body>`, { waitUntil: 'load' })
  await page.waitForTimeout(500)
  const fs = await import('node:fs'); fs.writeFileSync('/tmp/sheet.html', `<body style="background:#888;margin:0">${html}</body>`)
  await page.goto('file:///tmp/sheet.html'); await page.waitForTimeout(500)
  await page.screenshot({ path: out, fullPage: true })
}
await browser.close()
