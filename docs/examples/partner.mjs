// A partner system in one file, Node 20 without packages: gets a token, hands on a message, hears of it, checks the signature, looks it up,
// and asks for the push again. docs/integration.md tells the rest.
//   API=https://… CLIENT_ID=… CLIENT_SECRET=… WEBHOOK_SECRET=whsec_… PORT=8090 COURT=yuexiu node partner.mjs
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const { API, CLIENT_ID, CLIENT_SECRET, WEBHOOK_SECRET, PORT, COURT } = process.env

// 1. Hear of what happens. An event may come more than once and late: its id says which it is, its sequence which is newer.
const heard = new Map()
const hearing = createServer((request, response) => {
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts)
    if (!isSigned(request.headers, body)) return response.writeHead(401).end('signature')
    const event = JSON.parse(body)
    heard.set(event.id, { event, times: (heard.get(event.id)?.times ?? 0) + 1 })
    response.writeHead(204).end() // at once: what takes long is done afterwards
  })
})
hearing.listen(Number(PORT))

function isSigned(headers, body) {
  const timestamp = headers['webhook-timestamp'] ?? ''
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false // nobody replays an old one
  const right = Buffer.from(createHmac('sha256', WEBHOOK_SECRET).update(`${timestamp}.`).update(body).digest('hex'))
  const given = (headers['webhook-signature'] ?? '').split(',').map((s) => Buffer.from(s.replace(/^v1=/, '')))
  return given.some((s) => s.length === right.length && timingSafeEqual(s, right)) // two while secrets are changed
}

// 2. A token, for a quarter of an hour.
const token = await fetch(`${API}/integration/v1/token`, {
  method: 'POST',
  headers: { Authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}` },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
}).then(answer)

async function call(method, path, body) {
  return answer(
    await fetch(API + path, {
      method,
      headers: { Authorization: `Bearer ${token.access_token}`, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    }),
  )
}

async function answer(response) {
  const body = await response.json()
  if (!response.ok) throw new Error(`${response.status} ${body.code ?? body.error}: ${JSON.stringify(body)}`)
  return body
}

// 3. Hand on a message, twice as after a lost answer: it is one work order.
const message = {
  reference: `XF-${randomUUID()}`,
  category: 'suggestion',
  text: '立案大厅的台阶太高，轮椅上不去。',
  name: '陈建华',
  phone: '13800138000',
  court: COURT,
}
const order = await call('POST', '/integration/v1/work-orders', message)
const again = await call('POST', '/integration/v1/work-orders', message)
if (order.number !== again.number) throw new Error('two orders of one message')
console.log(`order ${order.number}, ${order.stateName}, answer by ${order.answerBy}`)

// 4. Look it up, by their number and by ours.
const looked = await call('GET', `/integration/v1/work-orders?reference=${encodeURIComponent(message.reference)}`)
console.log(`state ${looked.state} ${looked.stateName}`)

// 5. Wait until it is heard of, then ask for it again.
const own = () => [...heard.values()].find((h) => h.event.subject.number === order.number)
await until(() => own())
const first = own().event
console.log(`heard ${first.kind} of ${first.subject.reference} by ${first.links.self}`)
await call('GET', first.links.self)
await call('POST', '/integration/v1/replays', { eventId: first.id })
await until(() => own().times > 1)
console.log(`heard again ${first.id}`)
hearing.close()
hearing.closeAllConnections()

async function until(so) {
  for (let i = 0; i < 600; i++) {
    if (so()) return
    await new Promise((go) => setTimeout(go, 100))
  }
  throw new Error('nothing came within a minute')
}
