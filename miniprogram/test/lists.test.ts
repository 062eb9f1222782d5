import { expect, test, vi } from 'vitest'
import { justAdded } from '@/pages/messages/justAdded'
import Cases from '@/pages/cases/index.vue'
import Detail from '@/pages/messages/detail.vue'
import Supplement from '@/pages/messages/supplement.vue'
import Home from '@/pages/home/index.vue'
import HomeTodo from '@/pages/home/HomeTodo.vue'
import Search from '@/pages/search/index.vue'
import { waits } from '@/look/outcome'
import { createWorkOrder } from '@/services/workOrders'
import { elder } from '@/look/elder'
import { home } from '@/session/home'
import { newId } from '@/uuid'
import { casesOfChen, hearingOn } from './fake/data.mjs'
import { documentsOfChen, feeNotice } from './fake/documents.mjs'
import { givenCourt } from './given'
import { openPage, press, shows } from './pages'

waits.splice(0, waits.length, 1, 1)
const given = givenCourt((fake) => {
  fake.court.documents.all = documentsOfChen()
  justAdded.value = null
})

const order = async (text = '证人能视频作证吗？') => createWorkOrder({ id: await newId(), category: 'handOverMaterials', text, caseId: casesOfChen[0].id, attachmentIds: [] })

test('在办 and 已结 show their own cases and count all', async () => {
  const page = await openPage(Cases)
  await shows(page, '您告李*强借钱不还')
  expect(page.findAll('[role=tab]').map((tab) => tab.text())).toEqual(['在办 3', '已结 1'])
  expect(page.text()).not.toContain('您告装修公司退定金')
  await press(page, '已结')
  await shows(page, '您告装修公司退定金')
  expect(page.text()).not.toContain('您告李*强借钱不还')
  expect(page.find('[aria-selected=true]').text()).toBe('已结 1')
  await press(page, '在办')
  await shows(page, '您告李*强借钱不还')
  expect(page.text()).not.toContain('您告装修公司退定金')
})

test('Words are looked for at the court, in the chosen tab', async () => {
  const page = await openPage(Cases, { q: encodeURIComponent('（2024）粤0104民初888号'), state: 'closed' })
  await shows(page, '您告装修公司退定金')
  await page.find('#case-search').setValue('没有这个')
  await shows(page, '没有找到“没有这个”')
})

test('A supplement that was sent is said to be sent and shown', async () => {
  const { id } = await order()
  const page = await openPage(Supplement, { id })
  page.findComponent({ name: 'TextBox' }).vm.$emit('update:modelValue', '证人在上海。')
  await press(page, '发送')
  await vi.waitFor(() => expect(uni.redirectTo).toHaveBeenCalledWith({ url: `/pages/messages/detail?id=${id}` }))
  const detail = await openPage(Detail, { id })
  await shows(detail, '补充的话发出去了')
  expect(detail.findAll('.said').at(-1)!.text()).toContain('证人在上海。')
})

test('A supplement whose answer was lost is asked for and shown all the same', async () => {
  const { id } = await order()
  const page = await openPage(Supplement, { id })
  page.findComponent({ name: 'TextBox' }).vm.$emit('update:modelValue', '证人在上海。')
  given.fake.fail = ({ path }) => (path.endsWith('/messages') ? 'lose' : null)
  await press(page, '发送')
  await vi.waitFor(() => expect(justAdded.value).toBe(id))
  expect(given.fake.court.orders[0].conversation).toHaveLength(2)
})

test('The home page says what to do and by when', async () => {
  given.fake.court.documents.all = [{ ...documentsOfChen()[0], title: '民事裁定书' }, { ...feeNotice(), title: '民事裁定书', serial: 'SD20261120-0042-0001-02' }]
  const { id } = await order()
  given.fake.court.askFor(id, '请写明证人的住址。')
  await home.reload()
  const todo = await openPage(HomeTodo)
  await shows(todo, '签收民事裁定书（编号末尾 0001-01）')
  expect(todo.text()).toContain('上诉期至 12 月 7 日（周一），还有 17 天')
  expect(todo.text()).toContain('今天 08:30 送到，请尽早签收')
  expect(todo.text()).toContain('法官请您补充')
  expect(todo.text()).toContain(casesOfChen[0].number)
})

/** What stands in the titles of the rows. */
const titles = (page: { findAll: (what: string) => { text: () => string }[] }) => page.findAll('.t').map((row) => row.text())

test('The home page begins with what has a day, ends with what only wants a look, and shows a few', async () => {
  const [judgment] = documentsOfChen()
  given.fake.court.documents.all = [{ ...judgment, state: 'signed', canSign: false }]
  for (let at = 0; at < 7; at++) given.fake.court.answer((await order(`第 ${at} 条`)).id, '可以。')
  Object.assign(given.person, { olderAnswers: 20 })
  await home.reload()
  const todo = await openPage(HomeTodo)
  await shows(todo, '不服可以上诉，最晚 12 月 7 日（周一）')
  expect(titles(todo).slice(0, 3)).toEqual(['12 月 3 日（周四）09:30 开庭', '不服可以上诉，最晚 12 月 7 日（周一）', '法官答复您了，去看看'])
  expect(titles(todo)).toHaveLength(6)
  expect(titles(todo).at(-1)).toBe('还有 5 件')
  await press(todo, '还有 5 件')
  await shows(todo, '还有 20 条以前的答复没看')
  expect(titles(todo)).toHaveLength(10)
})

test('In large letters the home page has the same list, fewer of it at first', async () => {
  elder.value = true
  try {
    await order()
    for (const { id } of [...given.fake.court.orders]) given.fake.court.askFor(id, '请写明证人的住址。')
    await home.reload()
    const page = await openPage(Home)
    await shows(page, '法官请您补充')
    expect(titles(page)).toEqual(['法官请您补充', '12 月 3 日（周四）09:30 开庭', '签收民事判决书'])
    given.fake.court.documents.all.push(feeNotice(), { ...feeNotice(), id: 'another', title: '通知' })
    await home.reload()
    await shows(page, '还有 2 件')
    expect(titles(page)).toHaveLength(4)
  } finally {
    elder.value = false
  }
})

test('A case says what comes next and by when', async () => {
  const page = await openPage(Cases)
  await shows(page, '12 月 3 日（周四）09:30 开庭')
  expect(page.text()).toContain('不服可以上诉，最晚 12 月 7 日（周一），还有 17 天')
  expect(page.find('.tag.danger').text()).toBe('可以上诉')
  expect(page.text()).not.toContain('已宣判')
})

test('Whoever has many cases sees them by their next day, and finds any of them', async () => {
  const cases = [...casesOfChen, ...Array.from({ length: 9 }, (_, at) => ({ ...casesOfChen[2], id: `many-${at}`, number: `（2026）粤0104民初${700 + at}号`, days: at < 2 ? [hearingOn(`2026-11-2${5 - at}`, '周三', 5 - at)] : [] }))]
  Object.assign(given.person, { cases })
  const page = await openPage(Cases)
  await shows(page, '按期限 4')
  expect(page.findAll('[role=tab]').map((tab) => tab.text())).toEqual(['按期限 4', '按开庭 3', '按立案 13'])
  expect(page.findAll('.day').map((day) => day.text())).toEqual(['11-24', '11-25', '12-03', '12-07'])
  await press(page, '按开庭')
  await vi.waitFor(() => expect(page.findAll('.day').map((day) => day.text())).toEqual(['11-24', '11-25', '12-03']))
  await page.find('.row.case').trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: expect.stringMatching(/pages\/cases\/detail\?id=many-/) })
  await page.find('#case-search').setValue('粤0104民初708')
  await shows(page, '（2026）粤0104民初708号')
  expect(page.findAll('[role=tab]').map((tab) => tab.text())).toEqual(['按期限', '按开庭', '按立案'])
  await page.find('#case-search').setValue('')
  await press(page, '换成卡片样式')
  await shows(page, '在办 12')
})

test('Whoever has more than ten things is offered to search them', async () => {
  await home.reload()
  expect((await openPage(Home)).text()).not.toContain('找案件、留言、文书')
  for (let at = 0; at < 4; at++) await order(`第 ${at} 条，问开庭`)
  await home.reload()
  expect((await openPage(Home)).text()).toContain('找案件、留言、文书')

  const page = await openPage(Search)
  await page.find('#search-words').setValue('开庭')
  await shows(page, '第 3 条，问开庭')
  await shows(page, '开庭传票')
  expect(page.text()).not.toContain('民事判决书')
  await page.find('#search-words').setValue('（2026）粤0104')
  await shows(page, '您告李*强借钱不还')
})
