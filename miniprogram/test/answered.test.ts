import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import DuePlate from '@/components/DuePlate.vue'
import HomeTodo from '@/pages/home/HomeTodo.vue'
import Detail from '@/pages/messages/detail.vue'
import List from '@/pages/messages/index.vue'
import { createWorkOrder, type WorkOrder } from '@/services/workOrders'
import { home } from '@/session/home'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'
import { openPage, shows } from './pages'

const given = givenCourt()
let order: WorkOrder
const court = () => given.fake.court
const stored = () => court().orders.find((one: { id: string }) => one.id === order.id)

async function message() {
  order = await createWorkOrder({ id: '0193b000-0000-7000-8000-00000000aaaa', category: 'caseQuery', text: '什么时候开庭？', attachmentIds: [], caseId: casesOfChen[0].id })
}

test('Who answered is said by one rule in tag, list and home', async () => {
  await message()
  court().answer(order.id, '请看回执。')
  for (const who of ['法官', '立案庭', '12368 ']) {
    stored().answerer = who
    await shows(await openPage(List), `${who}已答复`.trim())
    stored().unread = true
    await home.reload()
    await shows(mount(HomeTodo), `${who}答复您了，去看看`.trim())
  }
  await shows(await openPage(Detail, { id: order.id }), '12368 已答复')
})

test('What waits for the person says until when, and is no answer', async () => {
  await message()
  Object.assign(stored(), { state: 'awaitingRequester' })
  await home.reload()
  await shows(mount(HomeTodo), `请尽早补，法院最迟 ${order.answerBy.text}答复`)
  stored().unread = true
  const list = await openPage(List)
  await shows(list, '法官请您补充，点开看')
  expect(list.text()).not.toContain('有新的答复')
})

test('A day that is over is no promise, and who has urged is not told to', async () => {
  await message()
  const due = { ...order.answerBy, overdueDays: 3 }
  expect(mount(DuePlate, { props: { due } }).text()).toMatch(/法院本该最迟.*可以催办或打 12368/)
  const urged = mount(DuePlate, { props: { due, urged: true } }).text()
  expect(urged).toContain('您已催过')
  expect(urged).not.toContain('可以催办')
  expect(urged).not.toContain('最迟将于')
})
