import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import Ask from '@/pages/readings/ask.vue'
import Detail from '@/pages/readings/detail.vue'
import Page from '@/pages/readings/page.vue'
import * as readings from '@/services/readings'
import { Refused } from '@/services/refused'
import { due } from './fake/due.mjs'
import { givenCourt } from './given'
import { button, openPage, press, shows } from './pages'

vi.mock('@/services/readings', () => ({
  readingTerms: vi.fn(),
  askReading: vi.fn(),
  listReadings: vi.fn(),
  getReading: vi.fn(),
  urgeReading: vi.fn(),
  takeBackReading: vi.fn(),
  signReading: vi.fn(),
  fetchReadingPage: vi.fn(),
  forgetReadingPage: vi.fn(),
}))
givenCourt()

const reading = (some: Partial<readings.Reading> = {}): readings.Reading => ({
  id: 'r1', number: 'YJ20261120-0001', caseId: 'c1', caseNumber: '（2026）粤0104民初12345号', state: 'open', stateText: '可以看了', purpose: '准备上诉', answerBy: due,
  untilText: '11 月 27 日（周五）24:00', secondsLeft: 86_400, canRead: true, isSigned: true, duty: { version: '2026-11', lines: ['我会保密。'], law: '查阅民事案件材料的规定第 8 条' },
  files: [
    { id: 'f1', title: '起诉状和立案材料', kindName: '起诉材料', volume: 1, pages: 12, hiddenPages: 0, lastPage: 0, seenPages: 0 },
    { id: 'f2', title: '双方的证据', kindName: '证据', volume: 2, pages: 38, hiddenPages: 0, lastPage: 6, seenPages: 6 },
  ],
  lastFileId: 'f2', outcome: null, steps: [{ title: '您申请看案卷', atText: '11 月 18 日（周三）10:05', isDone: true }], urge: { allowed: false, count: 0, reason: null }, canTakeBack: true, version: 1, ...some,
})

beforeEach(() => {
  vi.clearAllMocks()
  URL.revokeObjectURL = vi.fn()
})

test('What may be read is listed with its last day, and it goes on where the reader was', async () => {
  vi.mocked(readings.getReading).mockResolvedValue(reading())
  const page = await openPage(Detail, { id: 'r1' })
  await shows(page, '法院同意您看案卷')
  await shows(page, '最晚看到 11 月 27 日（周五）24:00')
  await shows(page, '38 页，看到第 6 页')
  await shows(page, '12 页，您还没看过')
  expect(button(page, '接着看，第 6 页')).toBeDefined()
})

test('Before the first page the duty is read and signed, in the version that was shown', async () => {
  vi.mocked(readings.getReading).mockResolvedValue(reading({ isSigned: false }))
  vi.mocked(readings.signReading).mockResolvedValue(reading())
  const page = await openPage(Detail, { id: 'r1' })
  await shows(page, '先签阅卷单')
  await page.findAll('[role=checkbox]')[0].trigger('click')
  await press(page, '签名，开始看')
  expect(readings.signReading).toHaveBeenCalledWith('r1', '2026-11')
})

test('A page is turned, and disappears when it may not be read any more', async () => {
  vi.mocked(readings.getReading).mockResolvedValue(reading())
  vi.mocked(readings.fetchReadingPage).mockImplementation(async (_, file, page) => `blob:${file}-${page}`)
  const page = await openPage(Page, { id: 'r1', fileId: 'f2', page: '6' })
  await vi.waitFor(() => expect(page.find('image').attributes('src')).toBe('blob:f2-6'))
  await shows(page, '6 / 38')
  await press(page, '下一页')
  await vi.waitFor(() => expect(page.find('image').attributes('src')).toBe('blob:f2-7'))

  vi.mocked(readings.getReading).mockResolvedValue(reading({ canRead: false, state: 'ended', files: [] }))
  vi.mocked(readings.fetchReadingPage).mockRejectedValue(new Refused('reading.page_not_found', '没有这一页，或者现在不能看', null, 404))
  await press(page, '下一页')
  await shows(page, '现在不能看')
  expect(page.find('image').exists()).toBe(false)
})

test('A page that is still being drawn is said to be, and asked for again', async () => {
  vi.mocked(readings.getReading).mockResolvedValue(reading())
  vi.mocked(readings.fetchReadingPage).mockRejectedValueOnce(new Refused('http.503', '系统出了问题', null, 503)).mockResolvedValueOnce('blob:drawn')
  const page = await openPage(Page, { id: 'r1', fileId: 'f2', page: '6' })
  await shows(page, '这一页还在准备，请过一会儿再试')
  await press(page, '再试一次')
  await vi.waitFor(() => expect(page.find('image').attributes('src')).toBe('blob:drawn'))
})

test('What was asked for opens nothing before the court agrees', async () => {
  vi.mocked(readings.getReading).mockResolvedValue(reading({ canRead: false, isSigned: false, state: 'toReview', stateText: '法院在核对' }))
  const page = await openPage(Detail, { id: 'r1' })
  await shows(page, '申请看的材料')
  expect(page.findAll('[role=link]').filter((link) => link.text().includes('双方的证据'))).toHaveLength(0)
})

test('Documents are ticked, the purpose is said, and sending again sends the same', async () => {
  vi.mocked(readings.readingTerms).mockResolvedValue({
    caseId: 'c1', caseNumber: '（2026）粤0104民初12345号', answerBy: due, purposes: ['准备上诉'], openId: null,
    files: [{ id: 'f1', title: '起诉状', kindName: '起诉材料', volume: 1, pages: 11 }],
  })
  vi.mocked(readings.askReading).mockRejectedValueOnce(new Refused('network.no_answer', '网络不通')).mockResolvedValueOnce(reading())
  const page = await openPage(Ask, { caseId: 'c1' })
  await shows(page, '起诉材料，11 页')
  await page.findAll('[role=checkbox]')[0].trigger('click')
  await page.findAll('[role=radio]')[0].trigger('click')
  await shows(page, '选了 1 份 11 页')
  await press(page, '交给法院')
  await flushPromises()
  await press(page, '交给法院')
  const [[first], [second]] = vi.mocked(readings.askReading).mock.calls
  expect(first).toMatchObject({ caseId: 'c1', fileIds: ['f1'], purpose: '准备上诉' })
  expect(second.id).toBe(first.id)
})

const terms = (files: string[], openId: string | null = null) => ({
  caseId: 'c1', caseNumber: '（2026）粤0104民初12345号', answerBy: due, purposes: ['准备上诉'], openId,
  files: files.map((id) => ({ id, title: `材料 ${id}`, kindName: '起诉材料', volume: 1, pages: 11 })),
})

test('Who has asked already is led to that request', async () => {
  vi.mocked(readings.readingTerms).mockResolvedValue(terms(['f1'], 'r1'))
  vi.mocked(readings.getReading).mockResolvedValue(reading({ state: 'toReview', canRead: false }))
  const go = vi.spyOn(uni, 'redirectTo')
  const page = await openPage(Ask, { caseId: 'c1' })
  await shows(page, '您申请过，法院在核对')
  expect(button(page, '交给法院')).toBeUndefined()
  await press(page, '看那个申请')
  expect(go).toHaveBeenCalledWith({ url: '/pages/readings/detail?id=r1' })
})

test('What the court took out meanwhile is said and chosen no more', async () => {
  vi.mocked(readings.readingTerms).mockResolvedValueOnce(terms(['f1', 'f2'])).mockResolvedValue(terms(['f2']))
  vi.mocked(readings.askReading).mockRejectedValueOnce(new Refused('reading.file_not_readable', '有一份材料不能查阅', null, 422)).mockResolvedValueOnce(reading())
  const page = await openPage(Ask, { caseId: 'c1' })
  await page.findAll('[role=checkbox]')[0].trigger('click')
  await page.findAll('[role=checkbox]')[1].trigger('click')
  await page.findAll('[role=radio]')[0].trigger('click')
  await press(page, '交给法院')
  await shows(page, '有 1 份材料法院撤下了')
  await press(page, '交给法院')
  expect(vi.mocked(readings.askReading).mock.calls[1][0].fileIds).toEqual(['f2'])
})

test('What was chosen and written is there again after the page was left', async () => {
  vi.mocked(readings.readingTerms).mockResolvedValue(terms(['f1', 'f2']))
  const page = await openPage(Ask, { caseId: 'c1' })
  await page.findAll('[role=checkbox]')[1].trigger('click')
  await page.findAll('[role=radio]')[0].trigger('click')
  await globalThis.page('unload')
  page.unmount()
  const again = await openPage(Ask, { caseId: 'c1' })
  await shows(again, '选了 1 份 11 页')
  vi.mocked(readings.askReading).mockResolvedValueOnce(reading())
  await press(again, '交给法院')
  expect(vi.mocked(readings.askReading).mock.calls[0][0]).toMatchObject({ fileIds: ['f2'], purpose: '准备上诉' })
})

test('A page that was left or turned is taken off the phone, also one that arrives too late', async () => {
  vi.mocked(readings.getReading).mockResolvedValue(reading())
  vi.mocked(readings.fetchReadingPage).mockImplementation(async (_, file, page) => `wxfile://tmp_${file}-${page}`)
  const page = await openPage(Page, { id: 'r1', fileId: 'f2', page: '6' })
  await press(page, '下一页')
  await vi.waitFor(() => expect(readings.forgetReadingPage).toHaveBeenCalledWith('wxfile://tmp_f2-6'))
  let arrive: (picture: string) => void = () => {}
  vi.mocked(readings.fetchReadingPage).mockReturnValue(new Promise((resolve) => (arrive = resolve)))
  await press(page, '下一页')
  await globalThis.page('unload')
  expect(readings.forgetReadingPage).toHaveBeenCalledWith('wxfile://tmp_f2-7')
  arrive('wxfile://tmp_f2-8')
  await vi.waitFor(() => expect(readings.forgetReadingPage).toHaveBeenCalledWith('wxfile://tmp_f2-8'))
})

test('At the last hour the page goes off the screen by itself', async () => {
  vi.mocked(readings.getReading).mockResolvedValue(reading({ secondsLeft: 1 }))
  vi.mocked(readings.fetchReadingPage).mockImplementation(async (_, file, page) => `blob:${file}-${page}`)
  const page = await openPage(Page, { id: 'r1', fileId: 'f2', page: '6' })
  await vi.waitFor(() => expect(page.find('image').exists()).toBe(true))
  vi.mocked(readings.getReading).mockRejectedValue(new Refused('network.unreachable', '没有网络'))
  await vi.waitFor(() => expect(page.text()).toContain('现在不能看'), { timeout: 3000 })
  expect(page.find('image').exists()).toBe(false)
})

test('In WeChat the picture is deleted from the temporary files', async () => {
  const unlink = vi.fn()
  vi.stubGlobal('wx', { getFileSystemManager: () => ({ unlink }) })
  vi.doMock('@/platform', () => ({ isH5: false, isWeChat: true }))
  vi.resetModules()
  const real = await vi.importActual<typeof readings>('@/services/readings')
  real.forgetReadingPage('wxfile://tmp_1')
  expect(unlink).toHaveBeenCalledWith(expect.objectContaining({ filePath: 'wxfile://tmp_1' }))
  vi.doUnmock('@/platform')
  vi.unstubAllGlobals()
})

test('Pages that are not shown are said, on the list and beside the page', async () => {
  const [first] = reading().files
  vi.mocked(readings.getReading).mockResolvedValue(reading({ files: [{ ...first, hiddenPages: 30 }], lastFileId: null }))
  vi.mocked(readings.fetchReadingPage).mockResolvedValue('blob:1')
  await shows(await openPage(Detail, { id: 'r1' }), '另有 30 页手机上看不到')
  await shows(await openPage(Page, { id: 'r1', fileId: 'f1', page: '1' }), '还有 30 页手机上看不到')
})
