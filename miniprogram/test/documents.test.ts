import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { ref } from 'vue'
import { useStrokes } from '@/components/useStrokes'
import { readDraft, signatureDraftName, type SignatureDraft } from '@/drafts/drafts'
import { ics } from '@/look/addToCalendar'
import Address from '@/pages/documents/address-confirmation.vue'
import Actions from '@/pages/documents/DocumentActions.vue'
import Detail from '@/pages/documents/detail.vue'
import List from '@/pages/documents/index.vue'
import { useAddressForm } from '@/pages/documents/useAddressForm'
import { useSigning } from '@/pages/documents/useSigning'
import Visit from '@/pages/documents/visit.vue'
import { question } from '@/look/confirm'
import { getDocument } from '@/services/documents'
import { forget } from '@/session/session'
import { beginVisit, forgetVisit, visiting } from '@/session/visit'
import { Problem } from './fake/http.mjs'
import { documentIds, documentsOfChen, feeNotice, linkToken } from './fake/documents.mjs'
import { givenCourt } from './given'

const given = givenCourt((fake) => {
  forgetVisit()
  fake.court.documents.all = documentsOfChen()
})
const documents = () => given.fake.court.documents

async function open(page: typeof List, query: object = {}) {
  const shown = mount(page)
  await globalThis.page('load', query)
  await flushPromises()
  return shown
}

test('The list shows what waits on top and what was signed for below', async () => {
  const list = await open(List)
  await vi.waitFor(() => expect(list.text()).toContain('1 份文书等您签收'))
  expect(list.findAll('.waiting')).toHaveLength(1)
  expect(list.text()).toContain('开庭传票')
  await list.find('.sec .link').trigger('click')
  await vi.waitFor(() => expect(list.text()).toContain('您告李*强借钱不还'))
})

test('The page before opening says what follows and opens nothing', async () => {
  const detail = await open(Detail, { id: documentIds.judgment })
  await vi.waitFor(() => expect(detail.text()).toContain('不打开会怎样'))
  expect(detail.text()).toContain('由广州市中级人民法院审理')
  expect(detail.findAll('.strong').map((bold) => bold.text()).filter(Boolean)).toContain('不表示同意')
  expect(given.fake.calls.some(({ path }: { path: string }) => path.endsWith('/file'))).toBe(false)
})

test('A document that is not mine is said to be missing', async () => {
  const detail = await open(Detail, { id: '0193d000-0000-7000-8000-00000000ffff' })
  await vi.waitFor(() => expect(detail.text()).toContain('没有这份文书，或者不是送给您的'))
})

test('Nothing is signed before the person says that they received it', async () => {
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  expect(await signing.send('cGljdHVyZQ==')).toBe(false)
  expect(signing.failed.value).toContain('先勾选')
  expect(documents().all[0].signed).toBeNull()
})

test('Documents of the same service are signed for together unless one is left out', async () => {
  documents().all = [...documentsOfChen(), feeNotice()]
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  expect(signing.statement.value).toBe('我是陈*华本人，收到天河区人民法院的民事判决书、上诉费交纳通知。')
  signing.toggle(documentIds.feeNotice)
  signing.sure.value = true
  expect(await signing.send(null)).toBe(true)
  expect((await getDocument(documentIds.judgment)).signed?.handwritten).toBe(false)
  expect((await getDocument(documentIds.feeNotice)).signed).toBeNull()
})

test('A signature that did not reach the court is kept and sent again as it is', async () => {
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  signing.sure.value = true
  given.fake.fail = ({ path }: { path: string }) => (path === '/documents/sign' ? 'lose' : 'drop') // nor can it be asked
  expect(await signing.send('cGljdHVyZQ==')).toBe(false)
  expect(readDraft<SignatureDraft>(signatureDraftName(documentIds.judgment))?.picture).toBe('cGljdHVyZQ==')

  given.fake.fail = () => null
  const later = useSigning()
  await later.open(documentIds.judgment)
  expect(later.kept.value?.picture).toBe('cGljdHVyZQ==')
  expect(await later.send(later.kept.value!.picture)).toBe(true) // the court had it already: no harm
  expect(documents().all[0].picture).toBe('cGljdHVyZQ==')
  expect(readDraft(signatureDraftName(documentIds.judgment))).toBeNull()
})

test('A signature whose answer was lost is found at the court', async () => {
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  signing.sure.value = true
  given.fake.fail = ({ path }: { path: string }) => (path === '/documents/sign' ? 'lose' : null)
  expect(await signing.send('cGljdHVyZQ==')).toBe(true)
  expect(readDraft(signatureDraftName(documentIds.judgment))).toBeNull()
})

test('A signature that the court refuses is not offered again', async () => {
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  signing.sure.value = true
  given.fake.fail = ({ path }: { path: string }) => (path === '/documents/sign' ? new Problem(422, 'served_document.signature_blank', '框里还没有写字') : null)
  expect(await signing.send('cGljdHVyZQ==')).toBe(false)
  expect(signing.failed.value).toContain('框里还没有写字')
  expect(signing.kept.value).toBeNull()
})

test('Strokes are drawn, taken back one by one, and wiped away', () => {
  const drawn: string[] = []
  const pen = new Proxy({} as Record<string, unknown>, { get: (_, name: string) => () => void drawn.push(name), set: () => true })
  const { strokes, begin, draw, end, undo, clear, resize } = useStrokes(ref(null) as never)
  resize({ width: 0, height: 0, getContext: () => pen as never }, 300, 200, 2)
  begin({ x: 1, y: 1 })
  draw({ x: 9, y: 9 })
  end()
  draw({ x: 50, y: 50 }) // the finger is up
  begin({ x: 20, y: 1 })
  expect(strokes.value.map((stroke) => stroke.length)).toEqual([2, 1])
  undo()
  expect(strokes.value).toHaveLength(1)
  clear()
  expect(strokes.value).toHaveLength(0)
  expect(drawn.at(-1)).toBe('clearRect')
})

test('Forwarding asks first and then says that the agent was told', async () => {
  documents().sign({ ids: [documentIds.judgment], signature: 'x' })
  const actions = mount(Actions, { props: { paper: await getDocument(documentIds.judgment) } })
  await actions.findAll('.row')[1].trigger('click')
  expect(question.value?.act).toBe('转给代理人')
  question.value!.answer(true)
  await vi.waitFor(() => expect(actions.emitted('changed')).toHaveLength(1))
  expect(actions.text()).toContain('也通知了对方')
  expect(documents().all[0].agents[0].forwarded).toBe(true)
})

test('The calendar entry is a whole day with a reminder three days before', () => {
  const text = ics('2026-12-07', '要上诉，最晚 12 月 7 日', '天河区人民法院', new Date('2026-11-20T01:41:00Z'))
  expect(text).toContain('DTSTART;VALUE=DATE:20261207\r\nDTEND;VALUE=DATE:20261208\r\nSUMMARY:要上诉，最晚 12 月 7 日')
  expect(text).toContain('TRIGGER:-P3D')
})

test('By the link nothing is shown before the code, and then the documents without an account', async () => {
  forget()
  const visit = await open(Visit, { token: linkToken })
  await vi.waitFor(() => expect(visit.text()).toContain('您有法院文书，先核对手机'))
  expect(visit.text()).toContain('138****5620')
  expect(visit.text()).not.toContain('判决')
  await visit.findAll('wd-button').find((button) => button.text() === '发送验证码')!.trigger('click')
  await vi.waitFor(() => expect(visit.find('#sms-code').exists()).toBe(true))
  await visit.findComponent({ name: 'CodeField' }).vm.$emit('update:modelValue', '000000')
  await visit.findComponent({ name: 'CodeField' }).vm.$emit('complete')
  await vi.waitFor(() => expect(visit.text()).toContain('验证码不对'))
  await visit.findComponent({ name: 'CodeField' }).vm.$emit('update:modelValue', documents().code)
  await visit.findComponent({ name: 'CodeField' }).vm.$emit('complete')
  await vi.waitFor(() => expect(visiting()).toBe(true))
  const list = await open(List, { visit: '1' })
  await vi.waitFor(() => expect(list.text()).toContain('1 份文书等您签收'))
})

test.each([[1, `/pages/documents/detail?id=${documentIds.judgment}`], [4, '/pages/documents/index?visit=1']])('A link that was sent for %i documents opens %s', async (count, url) => {
  forget()
  documents().all = documentsOfChen().slice(0, count)
  const visit = await open(Visit, { token: linkToken })
  await vi.waitFor(() => expect(visit.text()).toContain('发送验证码'))
  await visit.findAll('wd-button').find((button) => button.text() === '发送验证码')!.trigger('click')
  await vi.waitFor(() => expect(visit.find('#sms-code').exists()).toBe(true))
  visit.findComponent({ name: 'CodeField' }).vm.$emit('update:modelValue', documents().code)
  visit.findComponent({ name: 'CodeField' }).vm.$emit('complete')
  await vi.waitFor(() => expect(uni.reLaunch).toHaveBeenCalledWith({ url }))
})

test('A visit that is over says how to come again', async () => {
  forget()
  beginVisit('ended', 7200)
  const list = await open(List, { visit: '1' })
  await vi.waitFor(() => expect(list.text()).toContain('从短信或邮件里的链接再进来一次'))
})

test('Somebody who is signed in sees their own list, not that of an earlier link', async () => {
  beginVisit('ended', 7200)
  const list = await open(List)
  await vi.waitFor(() => expect(list.text()).toContain('1 份文书等您签收'))
  expect(visiting()).toBe(false)
})

test('An address that a pleading names is shown with what says so, and ended by its person after a question', async () => {
  given.fake.court.confirmations.subject.designated = [
    { id: 'address-1', kind: 'mobile', kindText: '手机', value: '13900139000', basisText: '起诉状（2026-09-12）载明', canEnd: true },
    { id: 'address-2', kind: 'email', kindText: '电子邮箱', value: 'a@example.com', basisText: '确认书 2026-06-08', canEnd: false },
  ]
  const page = await open(Address as typeof List)
  await vi.waitFor(() => expect(page.text()).toContain('起诉状（2026-09-12）载明'))
  expect(page.text()).toContain('13900139000')
  expect(page.findAll('[aria-label^="停用"]')).toHaveLength(1)

  await page.find('[aria-label="停用 13900139000"]').trigger('click')
  question.value!.answer(false)
  await flushPromises()
  expect(given.fake.court.confirmations.subject.designated).toHaveLength(2)
  await page.find('[aria-label="停用 13900139000"]').trigger('click')
  expect(question.value?.words).toContain('已经送达的不受影响')
  question.value!.answer(true)
  await vi.waitFor(() => expect(page.text()).toContain('已停用'))
  expect(page.text()).not.toContain('13900139000')
})

test('An address confirmation is signed once, shown, and withdrawn', async () => {
  const page = useAddressForm()
  await page.open(null)
  expect([page.editing.value, page.form.mobile]).toEqual([true, '13812345620'])
  await page.sign('cGljdHVyZQ==')
  expect(page.failed.value).toContain('邮寄地址')
  page.form.postalAddress = '广州市越秀区仓边路 1 号'
  await page.sign('cGljdHVyZQ==')
  expect([page.editing.value, page.subject.value?.current?.state]).toEqual([false, 'inForce'])
  await page.withdraw()
  expect(page.subject.value?.current).toBeNull()
  expect(given.fake.court.confirmations.items[0].state).toBe('withdrawn')
})
