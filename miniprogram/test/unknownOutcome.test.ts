import { mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { pauses, waits } from '@/look/outcome'
import { online } from '@/network'
import DetailActions from '@/pages/messages/DetailActions.vue'
import RatingCard from '@/pages/messages/RatingCard.vue'
import Supplement from '@/pages/messages/supplement.vue'
import Survey from '@/pages/survey/index.vue'
import { createWorkOrder, getWorkOrder } from '@/services/workOrders'
import { newId } from '@/uuid'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'
import { openPage, press, shows } from './pages'

waits.splice(0, waits.length, 1)
pauses.splice(0, pauses.length, 20, 20)
const given = givenCourt()
const token = 'Zm9sbG93LXRoaXMtbGluaw'
beforeEach(() => {
  online.value = true
})

async function left(answered = false) {
  const order = await createWorkOrder({ id: await newId(), category: 'handOverMaterials', text: '证人能视频作证吗？', caseId: casesOfChen[0].id, attachmentIds: [] })
  if (answered) given.fake.court.answer(order.id, '可以。')
  Object.assign(given.fake.court.orders.find(({ id }: { id: string }) => id === order.id)!, { surveyToken: token })
  return getWorkOrder(order.id)
}

/** What is sent arrives, its answer does not, and until `heal` nothing can be asked. No browser says when the network is back. */
function lose() {
  given.fake.fail = ({ method }: { method: string }) => (method === 'POST' ? 'lose' : 'drop')
  return () => (given.fake.fail = () => null)
}

test('A supplement', async () => {
  const order = await left()
  const page = await openPage(Supplement, { id: order.id })
  page.findComponent({ name: 'TextBox' }).vm.$emit('update:modelValue', '再说一句')
  const heal = lose()
  await press(page, '发送')
  await shows(page, '过一会儿会自动再问')
  heal()
  await vi.waitFor(() => expect(uni.redirectTo).toHaveBeenCalled())
})

test('An urging', async () => {
  const actions = mount(DetailActions, { props: { order: await left() } })
  const heal = lose()
  await press(actions, '催一催')
  await shows(actions, '过一会儿会自动再问')
  heal()
  await vi.waitFor(() => expect(actions.emitted('changed')).toHaveLength(1))
})

test('A rating', async () => {
  const card = mount(RatingCard, { props: { order: await left(true) } })
  await card.findAll('.face-one')[0].trigger('click')
  const heal = lose()
  await press(card, '提交评价')
  await shows(card, '过一会儿会自动再问')
  heal()
  await vi.waitFor(() => expect(card.emitted('rated')).toHaveLength(1))
})

test('A rating by a link', async () => {
  await left(true)
  const page = await openPage(Survey, { token })
  await shows(page, '您满意吗')
  await page.findAll('.face-one')[0].trigger('click')
  const heal = lose()
  await press(page, '提交评价')
  await shows(page, '过一会儿会自动再问')
  heal()
  await shows(page, '谢谢，评价收到了')
})

test('Nothing is asked while the page is hidden', async () => {
  const order = await left()
  const page = await openPage(Supplement, { id: order.id })
  page.findComponent({ name: 'TextBox' }).vm.$emit('update:modelValue', '再说一句')
  const heal = lose()
  await press(page, '发送')
  await shows(page, '过一会儿会自动再问')
  await globalThis.page('hide')
  await new Promise((resolve) => setTimeout(resolve, 60))
  given.fake.calls.length = 0
  heal()
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(given.fake.calls).toEqual([])
  await globalThis.page('show')
  await vi.waitFor(() => expect(uni.redirectTo).toHaveBeenCalled())
})
