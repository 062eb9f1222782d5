import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { startLive, type Changed } from '@/live/live'
import Cases from '@/pages/cases/index.vue'
import Detail from '@/pages/cases/detail.vue'
import Messages from '@/pages/messages/index.vue'
import Notices from '@/pages/notices/index.vue'
import { createWorkOrder } from '@/services/workOrders'
import { newId } from '@/uuid'
import { evidence, hearing, node, trial } from './fake/course.mjs'
import { casesOfChen, hearingOn } from './fake/data.mjs'
import { givenCourt } from './given'
import { openPage, press, shows } from './pages'

/** The hub's one call, by hand. */
const hub = vi.hoisted(() => ({ changed: (() => {}) as (changed: Changed) => void }))
vi.mock('@/live/hub', () => ({
  liveHub: () => ({ state: 'Connected', on: (_: string, heard: (changed: Changed) => void) => (hub.changed = heard), onclose() {}, start: async () => {}, stop: async () => {} }),
}))

const id = casesOfChen[0].id
const given = givenCourt((fake) => {
  fake.court.courses = { [id]: { hearings: [hearing], due: [evidence], limits: [trial], nodes: [node(2, '开庭的日子定了', '排定开庭', '2026-11-10', '请按时到庭'), node(1, '法院收下了案子', '立案', '2026-09-08')] } }
})

test('The page says when and where to come, what to do by when, and what happened', async () => {
  const page = await openPage(Detail, { id })
  await shows(page, '您告李*强借钱不还')
  for (const said of ['12 月 3 日（周四）09:30', '越秀区人民法院第七法庭', '身份证、证据原件', '交证据最晚 11 月 27 日（周五）', '还有 7 天', '举证期限', '最晚 2027 年 3 月 8 日（周一）审完', '到 2027-03-08', '民事诉讼法第一百五十二条', '法院收下了案子', '立案', '李*', '林*'])
    expect(page.text()).toContain(said)
  expect(page.findAll('.tl-step').map((step) => step.find('.t').text())).toEqual(['开庭的日子定了排定开庭', '法院收下了案子立案'])
})

test('A step that was withdrawn and a hearing that was moved are renewed on the open page', async () => {
  const page = await openPage(Detail, { id })
  await shows(page, '开庭的日子定了')
  Object.assign(given.fake.court.courses[id], { nodes: [node(1, '法院收下了案子', '立案', '2026-09-08')], hearings: [{ ...hearing, timeText: '12 月 10 日（周四）09:30' }] })
  startLive()
  hub.changed({ topic: 'case', id, version: 2 })
  await shows(page, '12 月 10 日（周四）09:30')
  expect(page.text()).not.toContain('开庭的日子定了')
})

test('Who is in the case no more sees nothing of it', async () => {
  const page = await openPage(Detail, { id })
  await shows(page, '您告李*强借钱不还')
  given.person.cases = casesOfChen.slice(1)
  startLive()
  hub.changed({ topic: 'case', id, version: 3 })
  await shows(page, '这个案子里没有登记您')
  expect(page.text()).not.toContain('李*强')
})

test('A case of somebody else is said to be none of mine', async () => {
  const page = await openPage(Detail, { id: '0193a000-0000-7000-8000-00000000ffff' })
  await shows(page, '这个案子里没有登记您')
})

test('Nothing to do is said too', async () => {
  const page = await openPage(Detail, { id: casesOfChen[2].id })
  await shows(page, '现在不用您做什么')
})

test('A long course goes on with what is older', async () => {
  Object.assign(given.fake.court.courses[id], { nodes: Array.from({ length: 53 }, (_, at) => node(at, `第 ${53 - at} 步`, '', '2026-09-08')) })
  const page = await openPage(Detail, { id })
  await vi.waitFor(() => expect(page.findAll('.tl-step')).toHaveLength(50))
  await press(page, '更早的')
  await vi.waitFor(() => expect(page.findAll('.tl-step')).toHaveLength(53))
  expect(page.text()).not.toContain('更早的')
})

test('A hearing goes into the calendar by the entry that the court writes', async () => {
  const page = await openPage(Detail, { id })
  await press(page, '加到日历')
  await shows(page, '加到日历了')
  expect(given.fake.calls.some(({ path }: { path: string }) => path === `/cases/${id}/hearings/${hearing.id}/calendar.ics`)).toBe(true)
})

test('Documents, messages and the message to the judge are of this case', async () => {
  await createWorkOrder({ id: await newId(), category: 'caseQuery', text: '什么时候判？', caseId: id, attachmentIds: [] })
  const page = await openPage(Detail, { id })
  await shows(page, '1 条·1 条待答复')
  await press(page, '我的留言')
  expect(uni.navigateTo).toHaveBeenLastCalledWith({ url: `/pages/messages/index?caseId=${id}` })
  await press(page, '法院文书')
  expect(uni.navigateTo).toHaveBeenLastCalledWith({ url: `/pages/documents/index?caseId=${id}` })
  await press(page, '给法官留言')
  expect(uni.navigateTo).toHaveBeenLastCalledWith({ url: `/pages/messages/write?caseId=${id}` })
  const others = await openPage(Messages, { caseId: casesOfChen[1].id })
  await flushPromises()
  expect(others.text()).not.toContain('什么时候判')
})

test('A notice about a case opens it', async () => {
  given.fake.court.notices.push({ person: given.person, id: await newId(), title: '案件有新进展', text: '排定开庭', atText: '11 月 20 日', workOrderId: null, documents: false, serviceId: null, caseId: id, bindingId: null, submissionId: null, readingId: null, read: false })
  const list = await openPage(Notices)
  await shows(list, '案件有新进展')
  await list.find('.row').trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: `/pages/cases/detail?id=${id}` })
})

test('Who has many cases gets them by the day under headings, and a group goes into the calendar at once', async () => {
  const many = [['2026-11-20', '今天', 0], ['2026-11-23', '周一', 3], ['2026-11-26', '周四', 6], ['2026-12-03', '周四', 13]] as const
  given.person.cases = Array.from({ length: 12 }, (_, at) => ({ ...casesOfChen[0], id: `0193a000-0000-7000-8000-0000000001${String(at).padStart(2, '0')}`, title: `第 ${at} 件`, days: many[at] ? [hearingOn(...many[at])] : [] }))
  const page = await openPage(Cases)
  await shows(page, '按期限 4')
  expect(page.findAll('.sec .h2').map((title) => title.text())).toEqual(['今天到期', '下周', '再往后'])
  const saved: Blob[] = []
  URL.createObjectURL = (blob: Blob) => (saved.push(blob), 'blob:calendar')
  URL.revokeObjectURL = () => {}
  await page.findAll('.sec .link')[1].trigger('click')
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(saved[0])
  })
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  await page.findAll('.row.case')[1].trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: '/pages/cases/detail?id=0193a000-0000-7000-8000-000000000101' })
})
