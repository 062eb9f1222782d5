// The real mini-program output at work: npm run harness
//   API_BASE        the API to use; without it, a contract-faithful fake with a real SignalR socket
//   ANSWER_COMMAND  answers a message on a real API: run as `$ANSWER_COMMAND <number>`; without it a judge answers by hand
//   ANSWER_WITHIN   seconds to wait for the answer (default 20, by hand 600)
//   PICTURES        a folder for pictures of the pages
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { documentIds, documentsOfChen, linkToken } from '../test/fake/documents.mjs'
import { startFakeCourt } from '../test/fake/server.mjs'
import { runBare } from './bare/run.mjs'
import { runGlass } from './glass/run.mjs'
import { until } from './until.mjs'

const root = 'dist/build/mp-weixin'
if (!existsSync(`${root}/app.js`)) throw new Error('no mini-program output: run `npm run build:mp-weixin` first')
if (process.env.PICTURES) mkdirSync(process.env.PICTURES, { recursive: true })

const { API_BASE, ANSWER_COMMAND, ANSWER_WITHIN, PICTURES } = process.env
const fake = API_BASE ? null : await startFakeCourt()
const byHand = !fake && !ANSWER_COMMAND
let logins = 0
if (fake) fake.court.templates.message = ['TPL-answered', 'TPL-interim']

const setting = (name) => ({
  root,
  apiBase: API_BASE || fake.url,
  loginCode: () => `sim-${name.replace(' ', '-')}-${process.pid}.${++logins}`, // as the API's WeChat simulator reads them
  answerWithin: Number(ANSWER_WITHIN ?? (byHand ? 600 : 20)) * 1000,
  say: (words) => console.log(`${name}: ${words}`),
  pictures: PICTURES,
  async answer({ number }) {
    if (fake) fake.court.answer(fake.court.orders.find((order) => order.number === number).id, '可以。请带身份证，在网上立案或到窗口都行。')
    else if (ANSWER_COMMAND) execFileSync('sh', ['-c', `${ANSWER_COMMAND} "$0"`, number], { stdio: 'inherit' })
    else console.log(`${name}: now answer ${number} in the Portal`)
  },
})

/** What each page is opened with in the walk over all pages. */
function fakeQuery({ court }, route) {
  court.documents.all = documentsOfChen()
  if (/^pages\/messages\/(detail|supplement)$/.test(route)) return `?id=${court.orders.at(-1).id}`
  if (/^pages\/documents\/(detail|sign|history)$/.test(route)) return `?id=${documentIds.judgment}`
  if (route === 'pages/documents/visit') return `?token=${linkToken}`
  if (route === 'pages/survey/index') {
    court.orders.at(-1).surveyToken = 'of-the-walk'
    return '?token=of-the-walk'
  }
  if (/^pages\/readings\/(index|ask)$/.test(route)) return `?caseId=${anyCase}`
  if (/^pages\/readings\/(detail|page)$/.test(route)) return `?id=${readingOf(court)}&fileId=${court.readings.items[0].files[0].id}&page=1`
  if (route === 'pages/account/agreement') return '?kind=privacyPolicy'
  return ''
}

const anyCase = '0193d400-0000-7000-8000-000000000001'
const readingOf = ({ readings }) => (readings.items[0] ?? readings.ask({ id: randomUUID(), caseId: anyCase, fileIds: readings.terms('').files.map(({ id }) => id), purpose: '准备开庭' })).id

/** The tap on 发送留言 asks for subscribe messages too, and tells the court what the person answered. */
async function saysWhoAccepted({ court }) {
  await until('the report of the subscribe messages', () => court.subscriptions.size > 0)
  const [{ results }] = court.subscriptions.values()
  if (JSON.stringify(results) !== '{"TPL-answered":"accept","TPL-interim":"accept"}') throw new Error(`reported ${JSON.stringify(results)}`)
  console.log('component framework: asked in the tap and reported what was accepted')
}

try {
  await runBare(setting('bare context'))
  await runGlass({ ...setting('component framework'), queryOf: (route) => (fake ? fakeQuery(fake, route) : '') })
  if (fake) await saysWhoAccepted(fake)
  console.log('mini-program output works')
} finally {
  await fake?.close()
}
process.exit(0)
