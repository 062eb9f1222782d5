import assert from 'node:assert/strict'
import { reroute } from '../reroute.mjs'
import { until } from '../until.mjs'
import { boot } from './boot.mjs'

/** The compiled code in a bare context: silent sign-in, a message by a real request, the answer arriving by a real socket. */
export async function runBare({ root, apiBase, loginCode, answer, answerWithin, say }) {
  const mp = boot(root, { loginCode, where: reroute(apiBase) })
  try {
    await useMiniProgram(mp, { answer, answerWithin, say })
  } catch (error) {
    throw new Error(`${error.message}\nits log:\n${mp.log.join('\n')}`, { cause: error })
  } finally {
    mp.app.onHide?.()
    for (const socket of mp.sockets) socket.terminate()
  }
}

async function useMiniProgram(mp, { answer, answerWithin, say }) {
  mp.open('/pages/home/index')
  const agreements = await mp.load('services/agreements.js').listAgreements()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  assert.ok(!mp.requests.some(({ url }) => url.includes('/auth/')), 'nobody is signed in before the privacy policy is agreed to')
  mp.load('session/consent.js').consent(agreements.map(({ id }) => id))
  await mp.load('session/session.js').accessToken()
  await until('the silent sign-in', () => mp.storage.get('session'))
  await until('the live connection', () => mp.sockets.some((socket) => socket.readyState === 1))
  say('signed in by wx.login once the texts were agreed to, live connection open')

  const { createWorkOrder, listCategories } = mp.load('services/workOrders.js')
  const { listCourts } = mp.load('services/cases.js')
  const { newId } = mp.load('uuid.js')
  const [category] = await listCategories()
  const [court] = await listCourts()
  const message = { id: await newId(), category: category.code, text: '请问立案要带什么材料？', courtId: court.id, attachmentIds: [] }
  const order = await createWorkOrder(message)
  const again = await createWorkOrder(message)
  assert.equal(again.number, order.number, 'sending the same id twice must end in one order')
  say(`left message ${order.number}, sent twice, one order`)

  const page = mp.open(`/pages/messages/detail?id=${order.id}`)
  await until('the open page', () => JSON.stringify(page.data).includes(order.number))
  const before = mp.requests.length
  await answer(order)
  await until('the answer on the open page', () => /(法官|法院|12368 ?)已答复/.test(JSON.stringify(page.data)), answerWithin)
  const calls = mp.requests.slice(before).filter(({ url }) => url.endsWith(order.id))
  assert.ok(calls.length >= 1, 'the push says only that something changed: the page must ask again')
  say('the answer arrived on the open page without a reload')

  const errors = mp.log.filter((line) => line.startsWith('error'))
  assert.deepEqual(errors, [], 'nothing may be logged as an error')
  assert.ok(!mp.log.some((line) => line.includes(JSON.parse(mp.storage.get('session')).accessToken)), 'no token in the log')
}
