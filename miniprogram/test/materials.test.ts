import { afterEach, expect, test, vi } from 'vitest'
import { keepBrowserFile, type DraftFile } from '@/drafts/files'
import { beginDraft, endSubmissionDraft, submissionDraft, submissionDrafts, uploadsOf, type SubmissionDraft } from '@/drafts/submissions'
import Choose from '@/pages/materials/choose.vue'
import Detail from '@/pages/materials/detail.vue'
import List from '@/pages/materials/index.vue'
import Upload from '@/pages/materials/upload.vue'
import Write from '@/pages/materials/write.vue'
import { metered } from '@/network'
import { sendSubmission, type SubmissionKind } from '@/services/submissions'
import { patience } from '@/uploads/sendFile'
import { newId } from '@/uuid'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'
import { button, openPage, press, shows } from './pages'

const given = givenCourt()
const [lending] = casesOfChen
const caseId = lending.id
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])
const large = new Uint8Array(900_000).map((_, at) => (at < 6 ? jpeg[at] : at % 251))

afterEach(() => {
  vi.restoreAllMocks()
  for (const { id } of submissionDrafts()) endSubmissionDraft(id)
})

async function chosen(bytes: Uint8Array<ArrayBuffer> = jpeg, name = '身份证.jpg'): Promise<DraftFile> {
  const id = await newId()
  keepBrowserFile(id, new File([bytes], name))
  return { id, name, size: bytes.length, path: 'blob:x', image: true, state: 'waiting', percent: 0, problem: null, lastModified: 1 }
}

async function begun(kind: SubmissionKind, files: Record<string, DraftFile[]> = {}, more: Partial<SubmissionDraft> = {}): Promise<SubmissionDraft> {
  const { id, number, title } = lending
  return beginDraft({ id: await newId(), kind, title: '身份证明', group: 'material', case: { id, number, title }, step: 0, answers: {}, files, ownPaper: false, form: null, note: '', secrets: [], savedAt: 1, ...more })
}

const write = (draft: SubmissionDraft) => openPage(Write, { caseId, kind: draft.kind, draft: draft.id })
const posts = (path: string) => given.fake.calls.filter((call) => call.method === 'POST' && call.path === path)
const items = () => given.fake.court.submissions.items
const uploaded = (draft: SubmissionDraft) => vi.waitFor(() => {
  const states = Object.values(draft.files).flat().map(({ state }) => state)
  if (states.some((state) => state !== 'uploaded')) throw new Error(states.join())
})

async function handedIn(kind: SubmissionKind = 'identity') {
  const draft = await begun(kind, { identity: [await chosen()] })
  await uploaded(draft)
  const view = await sendSubmission({ id: draft.id, caseId, kind, answers: [], files: [{ attachmentId: draft.files.identity[0].id, part: 'identity' }] })
  endSubmissionDraft(draft.id)
  return { view, item: items()[0] }
}

test('The kinds say what they are for, and what cannot be handed in says why', async () => {
  const page = await openPage(Choose, { caseId })
  await shows(page, '转账记录、合同、照片、录音')
  await shows(page, '您是原告，答辩状由被告交。')
  await press(page, '下一步')
  await shows(page, '先选一种材料')
})

test('It is sent only when the court has every file whole, and then once, with a receipt', async () => {
  const draft = await begun('identity')
  const page = await write(draft)
  await shows(page, '需要 1 样，还差 1 样')
  expect(button(page, '下一步')!.attributes('disabled')).toBe('true')
  draft.files.identity.push({ ...(await chosen(large)), state: 'paused' })
  await shows(page, '没传完不算交')
  expect(button(page, '下一步')!.attributes('disabled')).toBe('true')
  uploadsOf(draft, 'identity').retry(draft.files.identity[0].id)
  await uploaded(draft)
  await shows(page, '需要 1 样，都有了')
  await press(page, '下一步')
  await shows(page, '核对一致')
  await press(page, '交给法院')
  await vi.waitFor(() => expect(items()).toHaveLength(1))
  expect(items()[0].files[0].name).toBe('身份证.jpg')
  expect(posts('/submissions')[0].body).toMatchObject({ id: draft.id, files: [{ sha256: items()[0].files[0].sha256 }] })
  await vi.waitFor(() => expect(submissionDraft(draft.id)).toBeNull())
  const receipt = await openPage(Detail, { id: draft.id, sent: '1' })
  await shows(receipt, '法院收到了')
  for (const said of ['CL20261120-0001', '2026 年 11 月 20 日（周五）09:48', '越秀区人民法院诉讼服务中心', '11 月 25 日（周三）', '指纹']) expect(receipt.text()).toContain(said)
})

test('A send whose answer was lost is asked after and is one submission', async () => {
  const draft = await begun('identity', { identity: [await chosen()] }, { step: 1 })
  await uploaded(draft)
  const page = await write(draft)
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/submissions' ? 'lose' : null)
  await press(page, '交给法院')
  await vi.waitFor(() => expect(submissionDraft(draft.id)).toBeNull(), { timeout: 5000 })
  expect(items()).toHaveLength(1)
  expect(posts('/submissions')).toHaveLength(1)
})

test('What was changed after a send is not thrown away: the court has the earlier one, the rest goes on its own', async () => {
  const draft = await begun('identity', { identity: [await chosen()] }, { step: 1 })
  await uploaded(draft)
  const page = await write(draft)
  await sendSubmission({ id: draft.id, caseId, kind: 'identity', answers: [], files: [{ attachmentId: draft.files.identity[0].id, part: 'identity' }] })
  draft.note = '又想起来一件事'
  await press(page, '交给法院')
  await shows(page, '法院收到的是先前那一份')
  for (const said of ['CL20261120-0001', '身份证.jpg', '您后来改的没有交']) expect(page.text()).toContain(said)
  expect(submissionDraft(draft.id)?.note).toBe('又想起来一件事')
  expect(button(page, '交给法院')!.attributes('disabled')).toBe('true')
  await press(page, '把没交的另交一份')
  const [rest] = submissionDrafts()
  expect([rest.id === draft.id, rest.note, rest.files.identity]).toEqual([false, '又想起来一件事', []])
})

test('What is written while the answer is lost is not taken for sent', async () => {
  const draft = await begun('identity', { identity: [await chosen()] }, { step: 1 })
  await uploaded(draft)
  const page = await write(draft)
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/submissions' ? 'lose' : null)
  await press(page, '交给法院')
  await vi.waitFor(() => expect(items()).toHaveLength(1))
  draft.note = '又想起来一件事'
  await vi.waitFor(() => expect(page.text()).toContain('法院收到的是先前那一份'), { timeout: 5000 })
  expect(submissionDraft(draft.id)?.note).toBe('又想起来一件事')
})

test('A send that did not get through leaves everything, and goes under the same id', async () => {
  const draft = await begun('identity', { identity: [await chosen()] }, { step: 1 })
  await uploaded(draft)
  const page = await write(draft)
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/submissions' ? 'drop' : null)
  await press(page, '交给法院')
  await vi.waitFor(() => expect(draft.unknown).toBe(false), { timeout: 10_000 })
  given.fake.fail = () => null
  await press(page, '交给法院')
  await vi.waitFor(() => expect(items()).toHaveLength(1))
  expect(items()[0].id).toBe(draft.id)
})

test('Each piece of evidence says what it proves, and the court makes the list of it', async () => {
  const draft = await begun('evidence', { evidence: [await chosen(jpeg, '转账记录.jpg')] })
  await uploaded(draft)
  const page = await write(draft)
  await shows(page, '证据 1 还没写证明什么')
  await page.findAll('textarea')[0].trigger('input', { detail: { value: '证明 3 月 5 日借给对方 5 万元' } })
  await press(page, '下一步')
  await press(page, '下一步')
  await shows(page, '照您填的做好了')
  await press(page, '交给法院')
  await vi.waitFor(() => expect(items()).toHaveLength(1))
  expect(items()[0].answers[0]).toEqual({ key: 'list', label: '证据目录', value: '转账记录｜｜证明 3 月 5 日借给对方 5 万元' })
  expect(items()[0].files.map(({ part, title, proves }: Record<string, string>) => [part, title, proves])).toEqual([['list', '', ''], ['evidence', '转账记录', '证明 3 月 5 日借给对方 5 万元']])
})

test('What the court asked for heads the list, is numbered, and is brought at once', async () => {
  const { item } = await handedIn()
  given.fake.court.submissions.ask(item, ['身份证：只有正面，请补拍反面', '银行流水：没有银行盖章'])
  const list = await openPage(List)
  await shows(list, '有 1 份要您补')
  await shows(list, '最晚 11 月 27 日（周五）')
  const page = await openPage(Detail, { id: item.id })
  await shows(page, '请补这 2 处')
  await shows(page, '只有正面，请补拍反面')
  await shows(page, '还有 7 天')
  await press(page, '开始补交')
  await shows(page, '还差 2 处')
  await page.find('textarea').trigger('input', { detail: { value: '银行不给盖章' } })
  await press(page, '一次补齐')
  await shows(page, '法院在看')
  expect(posts(`/submissions/${item.id}/supplement`)).toHaveLength(1)
  expect(posts(`/submissions/${item.id}/supplement`)[0].body).toMatchObject({ text: '银行不给盖章', files: [] })
})

test('A file that answers a need is sent with what it answers', async () => {
  const { item } = await handedIn()
  given.fake.court.submissions.ask(item, ['身份证：只有正面', '银行流水：没有银行盖章'])
  const page = await openPage(Detail, { id: item.id })
  await press(page, '开始补交')
  URL.createObjectURL = () => 'blob:x'
  for (const [at, zone] of page.findAll('.need .mp-m8 > view').entries()) await zone.trigger('drop', { dataTransfer: { files: [new File([jpeg], `补${at}.jpg`)] } })
  await vi.waitFor(() => expect(button(page, '一次补齐')!.attributes('disabled')).toBe('false'))
  expect(page.findAll('.need-number.done')).toHaveLength(2)
  await press(page, '一次补齐')
  await shows(page, '法院在看')
  expect(item.files.slice(1).map(({ name, title }: Record<string, string>) => [name, title])).toEqual([['补0.jpg', '第 1 项：身份证：只有正面'], ['补1.jpg', '第 2 项：银行流水：没有银行盖章']])
})

test('A supplement that did not arrive is kept, and goes under the same id', async () => {
  const { item } = await handedIn()
  given.fake.court.submissions.ask(item, ['补签名页'])
  const page = await openPage(Detail, { id: item.id })
  await press(page, '开始补交')
  await page.find('textarea').trigger('input', { detail: { value: '补不了，原件丢了' } })
  given.fake.fail = ({ path }) => (path.endsWith('/supplement') ? 'lose' : null)
  await press(page, '一次补齐')
  await shows(page, '再点一次也只算一次')
  given.fake.fail = () => null
  await press(page, '一次补齐')
  await shows(page, '法院在看')
  const [first, second] = posts(`/submissions/${item.id}/supplement`)
  expect((first.body as { id: string }).id).toBe((second.body as { id: string }).id)
})

test('An upload goes on when its page is closed, and what is unfinished stands in the list as not handed in', async () => {
  vi.spyOn(patience, 'wait').mockResolvedValue()
  const draft = await begun('identity', { identity: [await chosen(large, '还款录像.mp4')] })
  let stopped = false
  given.fake.fail = ({ method, path }) => {
    if (method === 'PATCH' && path.startsWith('/uploads') && !stopped) {
      stopped = true
      uploadsOf(draft, 'identity').pause(draft.files.identity[0].id)
    }
    return null
  }
  await vi.waitFor(() => expect(draft.files.identity[0].state).toBe('paused'))
  const list = await openPage(List)
  await shows(list, '还没交出')
  await shows(list, '停在')
  const page = await openPage(Upload, { draft: draft.id, file: draft.files.identity[0].id })
  await shows(page, '没传完，还不算交到法院')
  given.fake.fail = ({ method, path }) => (method === 'PATCH' && path.startsWith('/uploads') ? 'drop' : null)
  await press(page, '接着传')
  await globalThis.page('unload')
  page.unmount()
  list.unmount()
  expect(draft.files.identity[0].state).not.toBe('uploaded')
  given.fake.fail = () => null
  await uploaded(draft)
})

test('A large file waits for Wi-Fi when the phone leaves it, and goes on by itself; a small one does not wait', async () => {
  const large = { ...(await chosen()), size: 186_000_000, path: '', state: 'cut' as const, percent: 63, sent: 117_200_000 }
  const draft = await begun('identity', { identity: [large, { ...(await chosen()), state: 'cut' }] })
  const page = await openPage(Upload, { draft: draft.id, file: large.id })
  metered.value = true
  await shows(page, '离开了 Wi-Fi，为省流量先停下')
  expect(draft.files.identity.map(({ state, forWifi }) => [state, forWifi ?? false])).toEqual([['paused', true], ['cut', false]])
  expect(button(page, '用流量接着传，约 65.6 MB')).toBeDefined()
  metered.value = false
  await vi.waitFor(() => expect(draft.files.identity[0].state).not.toBe('paused'))
})

test('A refusal says why; what waits can be urged once and taken back', async () => {
  const { item } = await handedIn()
  const page = await openPage(Detail, { id: item.id })
  await shows(page, '最迟这天答复您')
  await press(page, '催一催')
  await shows(page, '催过了，法院看得到')
  expect(button(page, '催一催')).toBeUndefined()
  given.fake.court.submissions.refuse(item, '不是本案的材料')
  const again = await openPage(Detail, { id: item.id })
  await shows(again, '不是本案的材料')
  expect(button(again, '改好再交')).toBeDefined()
})

test('A receipt is found by its number', async () => {
  const { view } = await handedIn()
  const page = await openPage(List)
  await press(page, '按回执号查')
  await page.find('#receipt-number').trigger('input', { detail: { value: 'CL 2026' } })
  await press(page, '查一查')
  await shows(page, '没有这一份')
  const opened = vi.spyOn(uni, 'navigateTo')
  await page.find('#receipt-number').trigger('input', { detail: { value: view.number } })
  await press(page, '查一查')
  await vi.waitFor(() => expect(opened).toHaveBeenCalledWith({ url: `/pages/materials/detail?id=${view.id}` }))
})

test('In a browser within another app the receipt is shown to be pressed long, because nothing downloads there', async () => {
  const draw = { scale: () => {}, fillRect: () => {}, fillText: () => {} } as unknown as CanvasRenderingContext2D
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(draw as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,AA')
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  const { view } = await handedIn()
  const page = await openPage(Detail, { id: view.id, sent: '1' })
  await press(page, '存成图片')
  await shows(page, '回执存成图片了')
  expect(clicked).toHaveBeenCalledTimes(1)
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone) MicroMessenger/8.0.50')
  await press(page, '存成图片')
  await shows(page, '长按下面的图片')
  expect([clicked.mock.calls.length, page.find('image.picture').attributes('src')]).toEqual([1, 'data:image/png;base64,AA'])
})
