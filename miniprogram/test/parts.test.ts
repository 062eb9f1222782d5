import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import DuePlate from '@/components/DuePlate.vue'
import DetailActions from '@/pages/messages/DetailActions.vue'
import RatingCard from '@/pages/messages/RatingCard.vue'
import MessageList from '@/pages/messages/index.vue'
import Detail from '@/pages/messages/detail.vue'
import { createWorkOrder, getWorkOrder, type Due } from '@/services/workOrders'
import { newId } from '@/uuid'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'

const given = givenCourt()
const due: Due = { date: '2026-11-25', text: '11 月 25 日（周三）', workingDays: 3, daysLeft: 3, overdueDays: 0, provisional: false }

const leave = async (text = '证人能视频作证吗？') =>
  createWorkOrder({ id: await newId(), category: 'handOverMaterials', text, caseId: casesOfChen[0].id, attachmentIds: [] })

test('A deadline is written out, with how it was counted', () => {
  expect(mount(DuePlate, { props: { due, planned: true } }).text()).toMatch(/11 月.*25.*周三.*法院最迟将于.*11 月 25 日（周三）答复.*3 个工作日/s)
  expect(mount(DuePlate, { props: { due: { ...due, daysLeft: 0, overdueDays: 2 } } }).text()).toContain('已经过了 2 个工作日')
  expect(mount(DuePlate, { props: { due: { ...due, daysLeft: 0 } } }).text()).toContain('今天是最后一天')
})

test('Urging twice by tapping twice urges once, and then says when it is possible again', async () => {
  const order = await leave()
  const actions = mount(DetailActions, { props: { order } })
  const button = actions.findAll('wd-button').at(-1)!
  void button.trigger('click')
  await button.trigger('click')
  await vi.waitFor(() => expect(actions.emitted('changed')?.length).toBe(1))
  expect(given.fake.calls.filter(({ path }) => path.endsWith('/urge'))).toHaveLength(1)
  await actions.setProps({ order: await getWorkOrder(order.id) })
  expect(actions.text()).toContain('今天 09:02 催过了，明天 0:00 以后可再催')
  expect(actions.text()).toContain('今天已催')
})

test('A rating needs a choice and is then shown', async () => {
  const order = await leave()
  given.fake.court.answer(order.id, '可以。')
  const card = mount(RatingCard, { props: { order: await getWorkOrder(order.id) } })
  await card.find('wd-button').trigger('click')
  expect(card.text()).toContain('先选一个')
  await card.findAll('.face-one')[1].trigger('click')
  await card.find('wd-button').trigger('click')
  await vi.waitFor(() => expect(card.emitted('rated')?.length).toBe(1))
  await card.setProps({ order: await getWorkOrder(order.id) })
  expect(card.text()).toContain('您的评价：基本满意')
})

test('The list grows page by page and ends', async () => {
  for (let at = 1; at <= 23; at++) await leave(`第 ${at} 条`)
  const list = mount(MessageList)
  await globalThis.page('load')
  await flushPromises()
  expect(list.findAll('.case')).toHaveLength(20)
  await globalThis.page('bottom')
  await flushPromises()
  expect(list.findAll('.case')).toHaveLength(23)
  expect(list.text()).toContain('就这些了')
  await globalThis.page('pullDown')
  expect(list.findAll('.case')).toHaveLength(23)
})

test('A list that cannot be fetched says whose fault it is and tries again', async () => {
  given.fake.fail = ({ path }) => (path === '/work-orders' ? 'drop' : null)
  const list = mount(MessageList)
  await globalThis.page('load')
  expect(list.text()).toContain('现在连不上法院，不是您手机的问题') // this device has a network
  given.fake.fail = () => null
  await list.findAll('wd-button').find((button) => button.text() === '再试一次')!.trigger('click')
  await vi.waitFor(() => expect(list.text()).toContain('还没有留言'))
})

test('Opening an answered message shows the letter and marks it read', async () => {
  const order = await leave()
  given.fake.court.answer(order.id, '可以视频作证。\n请提前三天联系书记员。')
  const detail = mount(Detail)
  await globalThis.page('load', { id: order.id })
  expect(detail.text()).toContain('陈*华：')
  expect(detail.findAll('.letter-p')).toHaveLength(2)
  await vi.waitFor(() => expect(given.fake.court.orders[0].unread).toBe(false))
})

test('Somebody else’s message looks as one that is missing', async () => {
  const detail = mount(Detail)
  await globalThis.page('load', { id: await newId() })
  expect(detail.text()).toContain('找不到这条留言')
})
