import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import Conversation from '@/pages/messages/Conversation.vue'
import Survey from '@/pages/survey/index.vue'
import { forget } from '@/session/session'
import { createWorkOrder, getWorkOrder } from '@/services/workOrders'
import { newId } from '@/uuid'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'

const given = givenCourt()
const token = 'Zm9sbG93LXRoaXMtbGluaw'

async function answered() {
  const order = await createWorkOrder({ id: await newId(), category: 'handOverMaterials', text: '证人能视频作证吗？', caseId: casesOfChen[0].id, attachmentIds: [] })
  given.fake.court.answer(order.id, '可以。')
  Object.assign(given.fake.court.orders.find(({ id }: { id: string }) => id === order.id)!, { surveyToken: token })
  return order
}

async function open(link = token) {
  const page = mount(Survey)
  await globalThis.page('load', { token: link })
  await flushPromises()
  return page
}

test('Whoever follows the link rates without signing in, once', async () => {
  await answered()
  forget()
  const page = await open()
  await vi.waitFor(() => expect(page.text()).toContain('法院的答复，您满意吗？'))
  await page.find('.foot wd-button').trigger('click')
  expect(page.text()).toContain('先选一个')
  await page.findAll('.face-one')[2].trigger('click')
  await page.find('.foot wd-button').trigger('click')
  await vi.waitFor(() => expect(page.text()).toContain('谢谢，评价收到了'))
  expect(page.text()).toContain('立案庭')
  const again = await open()
  await vi.waitFor(() => expect(again.text()).toContain('这次答复已评价'))
  expect(again.findAll('.face-one')).toHaveLength(0)
})

test('The answer opens after the code to that phone, and stays shown while it is rated', async () => {
  await answered()
  forget()
  const page = await open()
  await vi.waitFor(() => expect(page.text()).toContain('138****5620'))
  expect(page.text()).not.toContain('可以。')
  const codeField = () => page.findComponent({ name: 'CodeField' })
  await page.findAll('wd-button').find((button) => button.text() === '发送验证码，看答复')!.trigger('click')
  await vi.waitFor(() => expect(codeField().exists()).toBe(true))
  codeField().vm.$emit('update:modelValue', '000000')
  codeField().vm.$emit('complete')
  await vi.waitFor(() => expect(page.text()).toContain('验证码不对'))
  codeField().vm.$emit('update:modelValue', given.fake.court.documents.code)
  codeField().vm.$emit('complete')
  await vi.waitFor(() => expect(page.find('.letter').text()).toContain('可以。'))
  expect(page.find('.letter').text()).toContain('陈建华：')
  await page.findAll('.face-one')[0].trigger('click')
  await page.find('.foot wd-button').trigger('click')
  await vi.waitFor(() => expect(page.text()).toContain('谢谢，评价收到了'))
  expect(page.find('.letter').text()).toContain('可以。')
})

test('What was rated can still be read by the link', async () => {
  const order = await answered()
  Object.assign(given.fake.court.orders.find(({ id }: { id: string }) => id === order.id)!, { rating: { score: 'satisfied', words: null } })
  const page = await open()
  await vi.waitFor(() => expect(page.text()).toContain('这次答复已评价'))
  expect(page.text()).toContain('发送验证码，看答复')
})

test('Looking at the link does not rate', async () => {
  const order = await answered()
  await open()
  await open()
  expect((await getWorkOrder(order.id)).rating.allowed).toBe(true)
})

test('What was rated in the meantime is said to be rated', async () => {
  const order = await answered()
  const page = await open()
  await vi.waitFor(() => expect(page.findAll('.face-one')).toHaveLength(3))
  Object.assign(given.fake.court.orders.find(({ id }: { id: string }) => id === order.id)!, { rating: { score: 'satisfied', words: null } })
  await page.findAll('.face-one')[0].trigger('click')
  await page.find('.foot wd-button').trigger('click')
  await vi.waitFor(() => expect(page.text()).toContain('这次答复已评价'))
})

test('A wrong link is said in the same words as one that is over', async () => {
  const page = await open('nobodys')
  await vi.waitFor(() => expect(page.text()).toContain('可能过了有效期，法院重新办理了，或者地址不完整'))
})

test('The first answer of a reopened message is kept in the conversation', async () => {
  const order = await answered()
  Object.assign(given.fake.court.orders.find(({ id }: { id: string }) => id === order.id)!, { rating: { score: 'dissatisfied', words: null } })
  given.fake.court.reopen(order.id)
  const talk = mount(Conversation, { props: { order: await getWorkOrder(order.id) } })
  await talk.find('.head').trigger('click')
  expect(talk.text()).toContain('可以。')
})
