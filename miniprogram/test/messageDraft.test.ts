import { effectScope } from 'vue'
import { afterEach, expect, test, vi } from 'vitest'
import { messageDraftName, readDraft, supplementDraftName, type MessageDraft, type SupplementDraft } from '@/drafts/drafts'
import { waits } from '@/look/outcome'
import { useLoad } from '@/look/useLoad'
import { online } from '@/network'
import { useMessageDraft } from '@/pages/messages/useMessageDraft'
import { unreachable } from '@/services/refused'
import { casesOfChen } from './fake/data.mjs'
import { Problem } from './fake/http.mjs'
import { givenCourt } from './given'

waits.splice(0, waits.length, 1, 1)
const given = givenCourt()
const about = { kind: 'case' as const, case: casesOfChen[0] }
const orders = () => given.fake.court.orders as { id: string; conversation: { text: string }[] }[]
const kept = () => readDraft<MessageDraft>(messageDraftName)
afterEach(() => {
  vi.useRealTimers()
  online.value = true
})

async function written(text = '开庭能带手机吗？') {
  const form = effectScope().run(useMessageDraft)!
  await form.open()
  Object.assign(form.draft, { about, category: { code: 'handOverMaterials', plain: '交材料' }, text, step: 4 })
  return form
}

test('A double tap makes one order', async () => {
  const form = await written()
  const [first, second] = await Promise.all([form.send(), form.send()])
  expect(first?.number).toMatch(/^GZ/)
  expect(second).toBeNull()
  expect(orders()).toHaveLength(1)
  expect(kept()).toBeNull()
})

test('A send whose answer was lost is asked for and found', async () => {
  const form = await written()
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/work-orders' ? 'lose' : null)
  const order = await form.send()
  expect(order?.id).toBe(orders()[0].id)
  expect(given.fake.calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
  expect(kept()).toBeNull()
})

test('While the court cannot be asked, the outcome stays unknown and is asked for when the page is opened again', async () => {
  const form = await written()
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/work-orders' ? 'lose' : path.startsWith('/sends/') ? 'drop' : null)
  expect(await form.send()).toBeNull()
  expect(form.problem.value).toMatchObject({ outcomeUnknown: true })
  expect(kept()).toMatchObject({ unknown: true, unsent: true })

  given.fake.fail = () => null
  const reopened = effectScope().run(useMessageDraft)!
  await reopened.open()
  expect((await reopened.askOutcome())?.id).toBe(orders()[0].id)
  expect(kept()).toBeNull()
})

test('A send that never arrived is said to be one, and goes out under the same id', async () => {
  const form = await written()
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/work-orders' ? 'drop' : null)
  expect(await form.send()).toBeNull()
  expect(form.problem.value?.code).toBe('send.not_received')
  expect(kept()).toMatchObject({ unknown: false, unsent: true })
  given.fake.fail = () => null
  expect((await form.send())?.id).toBe(form.draft.orderId)
})

test('Words changed after a lost answer become a supplement, not silence', async () => {
  const form = await written('第一稿')
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/work-orders' ? 'lose' : path.startsWith('/sends/') ? 'drop' : null)
  await form.send()
  given.fake.fail = () => null
  form.draft.text = '改过的第二稿'
  const order = await form.send()
  expect(orders()[0].conversation[0].text).toBe('第一稿')
  expect(readDraft<SupplementDraft>(supplementDraftName(order!.id))?.text).toBe('改过的第二稿')
})

test('A failed send keeps everything, also over a reload, and is remembered as unsent', async () => {
  const form = await written()
  given.fake.fail = () => 'drop'
  await form.send()
  expect(kept()).toMatchObject({ text: '开庭能带手机吗？', unsent: true, orderId: form.draft.orderId })

  given.fake.fail = () => null
  const reopened = effectScope().run(useMessageDraft)!
  await reopened.open()
  expect(reopened.resumed.value).toBe(true)
  expect(reopened.draft).toMatchObject({ text: '开庭能带手机吗？', step: 4, orderId: form.draft.orderId })
  await reopened.send()
  expect(orders()).toHaveLength(1)
})

test('A plain refusal says why and does not nag as unsent', async () => {
  const form = await written()
  given.fake.fail = ({ method }) => (method === 'POST' ? new Problem(422, 'work_order.text_too_long', '最多 2000 个字') : null)
  await form.send()
  expect(form.problem.value?.title).toBe('最多 2000 个字')
  expect(kept()?.unsent).toBe(false)
})

test('Words are saved every three seconds and when the page is hidden', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  const form = await written('写了一半')
  vi.advanceTimersByTime(3000)
  expect(kept()?.text).toBe('写了一半')
  form.draft.text = '写完了'
  await globalThis.page('hide')
  expect(kept()?.text).toBe('写完了')
})

test('The next step is the first one that lacks something', async () => {
  const form = effectScope().run(useMessageDraft)!
  await form.open()
  form.draft.text = '先写的话'
  expect(form.firstOpenStep.value).toBe(1)
  form.draft.about = about
  expect(form.firstOpenStep.value).toBe(2)
  form.draft.category = { code: 'handOverMaterials', plain: '交材料' }
  expect(form.firstOpenStep.value).toBe(4)
  form.draft.text = '字'.repeat(2001)
  expect(form.firstOpenStep.value).toBe(3)
})

test('Opened from a case, a fresh message is about that case', async () => {
  const form = effectScope().run(useMessageDraft)!
  await form.open({ caseId: casesOfChen[1].id })
  expect(form.draft).toMatchObject({ step: 2, about: { kind: 'case', case: { number: casesOfChen[1].number } } })
})

test('Without a network nothing is asked and nothing says that it is; with it, what failed comes by itself', async () => {
  const form = await written()
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/work-orders' ? 'lose' : path.startsWith('/sends/') ? 'drop' : null)
  await form.send()
  given.fake.fail = () => null
  online.value = false
  const reopened = effectScope().run(useMessageDraft)!
  await reopened.open()
  given.fake.calls.length = 0
  const asked = reopened.askOutcome()
  expect(reopened.asking.value).toBe(false)
  expect(await asked).toBeNull()
  expect(given.fake.calls).toEqual([])

  let answers = 0
  const load = effectScope().run(() => useLoad(async () => (online.value ? ++answers : Promise.reject(unreachable(false)))))!
  await load.reload()
  expect(load.problem.value?.title).not.toContain('再试一次')
  online.value = true
  await vi.waitFor(() => expect([load.data.value, load.problem.value]).toEqual([1, null]))
  expect((await reopened.askOutcome())?.id).toBe(orders()[0].id)
})
