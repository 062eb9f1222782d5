import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { ref } from 'vue'
import { useStrokes } from '@/components/useStrokes'
import { readDraft, signatureDraftName, type SignatureDraft } from '@/drafts/drafts'
import { ics } from '@/look/addToCalendar'
import Actions from '@/pages/documents/DocumentActions.vue'
import Detail from '@/pages/documents/detail.vue'
import History from '@/pages/documents/history.vue'
import List from '@/pages/documents/index.vue'
import Sign from '@/pages/documents/sign.vue'
import { useSigning } from '@/pages/documents/useSigning'
import Visit from '@/pages/documents/visit.vue'
import { question } from '@/look/confirm'
import { pauses } from '@/look/outcome'
import { getDocument } from '@/services/documents'
import { accept, forget } from '@/session/session'
import { sendSmsCode, signInBySms } from '@/services/auth'
import { beginVisit, forgetVisit, visiting } from '@/session/visit'
import { Problem } from './fake/http.mjs'
import { documentIds, documentsOfChen, feeNotice, linkToken } from './fake/documents.mjs'
import { givenCourt } from './given'
import { button, openPage, press, shows } from './pages'

const given = givenCourt((fake) => {
  forgetVisit()
  fake.court.documents.all = documentsOfChen()
})
const documents = () => given.fake.court.documents
const calls = (end: string) => given.fake.calls.filter(({ path }: { path: string }) => path.endsWith(end)).length

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
  documents().opened(documentIds.judgment)
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  expect(await signing.send('cGljdHVyZQ==')).toBe(false)
  expect(signing.failed.value).toContain('先勾选')
  expect(documents().all[0].signed).toBeNull()
})

test('The page offers the text first, and the signature once it was opened', async () => {
  const detail = await openPage(Detail, { id: documentIds.judgment })
  await shows(detail, '民事判决书')
  expect(button(detail, '签收')).toBeUndefined()
  await press(detail, '打开')
  await shows(detail, '您已经打开过')
  expect(calls('/file')).toBe(1)
  await press(detail, '签收')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: `/pages/documents/sign?id=${documentIds.judgment}` })
})

test('What was not opened is said, and cannot be signed for together with what was', async () => {
  documents().all = [...documentsOfChen(), feeNotice()]
  documents().opened(documentIds.judgment)
  const page = await openPage(Sign, { id: documentIds.judgment })
  await shows(page, '还没打开')
  expect(page.text()).toContain('收到天河区人民法院的《民事判决书》。')
  await page.find('[aria-label="打开上诉费交纳通知"]').trigger('click')
  await shows(page, '《民事判决书》《上诉费交纳通知》')
  expect(page.text()).not.toContain('还没打开')
})

test('Whoever comes to the signature past the text is told to open it', async () => {
  const page = await openPage(Sign, { id: documentIds.judgment })
  await press(page, '直接确认')
  await press(page, '确认签收')
  await shows(page, '《民事判决书》还没有打开看过')
  expect(calls('/sign')).toBe(0)
})

test('Each card says which case it is', async () => {
  const list = await openPage(List)
  await shows(list, '您和公司的工资纠纷')
  expect(list.find('.waiting').text()).toContain('（2026）粤0106民初20871号·劳动争议')
})

test('The seal is named only where the file has one', async () => {
  for (const [sealed, note] of [[false, 'PDF'], [true, 'PDF，带法院电子签章']] as const) {
    const actions = mount(Actions, { props: { paper: { ...(await getDocument(documentIds.summons)), sealed } } })
    expect(actions.find('.row .s').text()).toBe(note)
  }
})

test('A certificate that the court issued is downloaded, and before that it is said when', async () => {
  const page = await openPage(History, { id: documentIds.summons })
  await shows(page, 'SDHZ20261111-000042·11 月 11 日出具')
  await page.find('.row').trigger('click')
  await vi.waitFor(() => expect(calls('/certificates/0193d200-0000-7000-8000-000000000001')).toBe(1))
  documents().all.forEach((d: { certificates: unknown[] }) => (d.certificates = []))
  await shows(await openPage(History, { id: documentIds.summons }), '法院出具送达凭证以后，在这里下载')
})

test('Documents of the same service are signed for together unless one is left out', async () => {
  documents().all = [...documentsOfChen(), feeNotice()]
  documents().opened(documentIds.judgment, documentIds.feeNotice)
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  expect(signing.statement.value).toBe('我是陈建华本人，收到天河区人民法院的《民事判决书》《上诉费交纳通知》。')
  signing.toggle(documentIds.feeNotice)
  signing.sure.value = true
  expect(await signing.send(null)).toBe(true)
  expect((await getDocument(documentIds.judgment)).signed?.handwritten).toBe(false)
  expect((await getDocument(documentIds.feeNotice)).signed).toBeNull()
})

test('A signature that did not reach the court is kept and sent again as it is', async () => {
  documents().opened(documentIds.judgment)
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
  documents().opened(documentIds.judgment)
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  signing.sure.value = true
  given.fake.fail = ({ path }: { path: string }) => (path === '/documents/sign' ? 'lose' : null)
  expect(await signing.send('cGljdHVyZQ==')).toBe(true)
  expect(readDraft(signatureDraftName(documentIds.judgment))).toBeNull()
})

test('A signature that the court refuses is not offered again', async () => {
  documents().opened(documentIds.judgment)
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
  documents().opened(documentIds.judgment).sign({ ids: [documentIds.judgment], signature: 'x' })
  const actions = mount(Actions, { props: { paper: await getDocument(documentIds.judgment) } })
  await actions.findAll('.row')[1].trigger('click')
  expect(question.value?.act).toBe('转给代理人')
  question.value!.answer(true)
  await vi.waitFor(() => expect(actions.emitted('changed')).toHaveLength(1))
  expect(actions.text()).toContain('也通知了对方')
  expect(documents().all[0].agents[0].forwarded).toBe(true)
})

test('The calendar entry is a whole day with a reminder three days before', () => {
  const text = ics({ id: 'paper-limit', date: '2026-12-07', title: '要上诉，最晚 12 月 7 日', words: '天河区人民法院' }, new Date('2026-11-20T01:41:00Z'))
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

test('Two of one title in a case have one name each, the same on every page', async () => {
  documents().all = [...documentsOfChen(), { ...feeNotice(), title: '民事判决书', serial: 'SD20261120-0042-0001-02' }]
  documents().opened(documentIds.judgment, documentIds.feeNotice)
  const names = ['民事判决书（编号末尾 0001-01）', '民事判决书（编号末尾 0001-02）']
  const list = await openPage(List)
  await shows(list, names[0])
  const sign = await openPage(Sign, { id: documentIds.judgment })
  await shows(sign, `《${names[0]}》《${names[1]}》`)
  expect(sign.text()).not.toContain('第 1 份')
  await shows(await openPage(Detail, { id: documentIds.feeNotice }), names[1])
  await shows(await openPage(History, { id: documentIds.judgment }), names[0])
  await shows(list, names[1])
})

test('Who has opened a document is not offered to say that it never came', async () => {
  const detail = await openPage(Detail, { id: documentIds.judgment })
  await shows(detail, '我没收到')
  await press(detail, '打开')
  await shows(detail, '您已经打开过')
  expect(detail.text()).not.toContain('我没收到')
  expect(detail.text()).toContain('这不是我的')
})

test('What was signed for leads to the proof that there is, by its own name', async () => {
  const page = await openPage(Detail, { id: documentIds.summons })
  await shows(page, '电子送达凭证')
  expect(page.text()).not.toContain('送达回证')
  documents().all.forEach((d: { certificates: unknown[] }) => (d.certificates = []))
  const without = await openPage(Detail, { id: documentIds.summons })
  await shows(without, '送达经过')
  expect(without.text()).not.toContain('送达回证')
})

test('What was missing is not said any more once it is there', async () => {
  documents().opened(documentIds.judgment)
  const page = await openPage(Sign, { id: documentIds.judgment })
  await press(page, '确认签收')
  await shows(page, '框里还没有写字')
  page.findComponent({ name: 'SignatureBox' }).vm.$emit('drawn')
  await vi.waitFor(() => expect(page.text()).not.toContain('框里还没有写字'))
})

test('What never arrived is sent, and served by the opening; opened, nothing is said of not opening it', async () => {
  const never = { hasArrived: false, arrivedAtText: '2026 年 11 月 19 日 20:08', effectiveText: null, servedText: null, unopened: '法院还没有查到它已送到。' }
  Object.assign(documents().all[0], never)
  const before = await openPage(Detail, { id: documentIds.judgment })
  await shows(before, '发出2026 年 11 月 19 日 20:08')
  expect(before.text()).toContain('不打开会怎样')
  documents().opened(documentIds.judgment)
  Object.assign(documents().all[0], { effectiveText: '2026 年 11 月 23 日推定送达', servedText: '从您打开看的那天算（在线诉讼规则第 31 条第 2 款第 2 项）' })
  const after = await openPage(Detail, { id: documentIds.judgment })
  await shows(after, '送达2026 年 11 月 23 日推定送达从您打开看的那天算')
  expect(after.text()).toContain('发出2026 年 11 月 19 日 20:08')
  expect(after.text()).not.toMatch(/不打开|送到2026/)
})

test('Of a code that is printed on papers nobody says that it is one never to give out', async () => {
  const page = await openPage(History, { id: documentIds.summons })
  await shows(page, '校验码')
  expect(page.text()).not.toMatch(/验证码|文件指纹|9f2c/)
})

test('A signature of which nobody knows whether it arrived is asked for by itself until the court says', async () => {
  pauses.splice(0, pauses.length, 20, 20)
  documents().opened(documentIds.judgment)
  const page = await openPage(Sign, { id: documentIds.judgment })
  await press(page, '直接确认')
  await press(page, '我是陈建华本人')
    .catch(() => page.find('[role=checkbox]').trigger('click'))
  given.fake.fail = ({ path }: { path: string }) => (path === '/documents/sign' ? 'lose' : 'drop')
  await press(page, '确认签收')
  await shows(page, '还不知道法院收到没有，过一会儿会自动再问')
  given.fake.fail = () => null // and no browser says so
  await shows(page, '不用再签')
})

test('After signing in again nothing says that one has to sign in', async () => {
  documents().opened(documentIds.judgment)
  const signing = useSigning()
  await signing.open(documentIds.judgment)
  signing.sure.value = true
  forget()
  expect(await signing.send('cGljdHVyZQ==')).toBe(false)
  expect(signing.failed.value).toContain('登录')
  await sendSmsCode(given.person.phone)
  accept(await signInBySms(given.person.phone, given.fake.court.smsCodes.get(given.person.phone)!.code))
  await vi.waitFor(() => expect(signing.failed.value).toBe(''))
  expect(signing.kept.value).not.toBeNull()
})
