import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import Account from '@/pages/account/index.vue'
import Notices from '@/pages/notices/index.vue'
import { createWorkOrder } from '@/services/workOrders'
import { newId } from '@/uuid'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'

const given = givenCourt()

async function answered(text = '证人能视频作证吗？') {
  const order = await createWorkOrder({ id: await newId(), category: 'handOverMaterials', text, caseId: casesOfChen[0].id, attachmentIds: [] })
  given.fake.court.answer(order.id, '可以。')
  return order
}

async function opened() {
  const list = mount(Notices)
  await globalThis.page('load')
  await flushPromises()
  return list
}

test('An unread notice says so, opens its message and is read from then on', async () => {
  const order = await answered()
  const list = await opened()
  expect(list.text()).toContain('1 条没看过')
  expect(list.text()).toContain('法院已答复')
  await list.find('.row').trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: `/pages/messages/detail?id=${order.id}` })
  await vi.waitFor(() => expect(list.text()).toContain('都看过了'))
  expect(list.find('.tag').exists()).toBe(false)
})

test('A notice about served documents opens those of its service', async () => {
  const { fake, person } = given
  const serviceId = '0193d100-0000-7000-8000-000000000001'
  fake.court.notices.push({ person, id: await newId(), title: '您有法院文书', text: '请签收。', atText: '11 月 20 日', workOrderId: null, documents: true, serviceId, caseId: null, bindingId: null, submissionId: null, readingId: null, read: false })
  const list = await opened()
  await list.find('.row').trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: `/pages/documents/detail?id=${serviceId}` })
})

test('A notice about what was handed in opens it', async () => {
  const { fake, person } = given
  const submissionId = '0193d100-0000-7000-8000-000000000002'
  const nothingElse = { workOrderId: null, documents: false, serviceId: null, caseId: null, bindingId: null, readingId: null }
  fake.court.notices.push({ person, id: await newId(), title: '材料要您补', text: 'CL20261120-0001 有 2 处要补。', atText: '11 月 20 日', ...nothingElse, submissionId, read: false })
  const list = await opened()
  await list.find('.row').trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: `/pages/materials/detail?id=${submissionId}` })
})

test('A notice that could not be marked read stays unread and the page says why', async () => {
  await answered()
  const list = await opened()
  given.fake.fail = ({ path }) => (path.endsWith('/read') ? 'drop' : null)
  await list.find('.row').trigger('click')
  await vi.waitFor(() => expect(list.text()).toContain('没有等到法院的回音'))
  expect(list.text()).toContain('1 条没看过')
})

test('The list grows page by page', async () => {
  for (let at = 1; at <= 22; at++) await answered(`第 ${at} 条`)
  const list = await opened()
  expect(list.findAll('.row')).toHaveLength(20)
  await globalThis.page('bottom')
  await flushPromises()
  expect(list.findAll('.row')).toHaveLength(22)
  expect(list.text()).toContain('就这些了')
})

test('Without notices the page says what will come, and the account leads there', async () => {
  const list = await opened()
  expect(list.text()).toContain('还没有消息')
  const account = mount(Account)
  await account.findAll('.row').find((row) => row.text().includes('消息通知'))!.trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: '/pages/notices/index' })
})
