import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import FilePreview from '@/components/FilePreview.vue'
import { fetchPreviewPage, getPreview, type Preview } from '@/services/attachments'

vi.mock('@/services/attachments', () => ({
  getPreview: vi.fn(),
  fetchPreviewPage: vi.fn(async (_: string, page: number) => `blob:page-${page}`),
  fetchPreviewPoster: vi.fn(async () => 'blob:poster'),
}))

const pages = (count: number) => Array.from({ length: count }, (_, at) => ({ number: at + 1, width: 1240, height: 1754 }))
const preview = (some: Partial<Preview>): Preview => ({
  state: 'ready',
  stateText: '可以预览',
  pages: [],
  pagesLeftOut: 0,
  mediaPath: null,
  isVideo: false,
  hasPoster: false,
  ...some,
})
const answers = (...what: Preview[]) => what.forEach((one) => vi.mocked(getPreview).mockResolvedValueOnce(one))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

test('Pages come by themselves while the preview is being made, and then it asks no more', async () => {
  answers(preview({ state: 'waiting', stateText: '正在生成预览' }), preview({ state: 'making', stateText: '正在生成预览', pages: pages(1) }), preview({ pages: pages(2) }))
  const file = mount(FilePreview, { props: { id: 'a' } })
  await flushPromises()
  expect(file.text()).toContain('正在生成预览')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(file.findAll('image')).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(file.findAll('image').map((one) => one.attributes('src'))).toEqual(['blob:page-1', 'blob:page-2'])
  expect(getPreview).toHaveBeenCalledTimes(3)
})

test('A long paper is fetched a few pages at a time, and says what is only in the original', async () => {
  answers(preview({ pages: pages(7), pagesLeftOut: 3 }))
  const file = mount(FilePreview, { props: { id: 'a' } })
  await flushPromises()
  expect(fetchPreviewPage).toHaveBeenCalledTimes(5)
  await file.find('.link').trigger('click')
  await flushPromises()
  expect(fetchPreviewPage).toHaveBeenCalledTimes(7)
  expect(file.text()).toContain('还有 3 页')
})

test('What cannot be shown says so', async () => {
  answers(preview({ state: 'notPossible', stateText: '不能预览，可下载原件' }))
  const file = mount(FilePreview, { props: { id: 'a' } })
  await flushPromises()
  expect(file.text()).toContain('不能预览，可下载原件')
})

test('A page that is left asks no more', async () => {
  vi.mocked(getPreview).mockResolvedValue(preview({ state: 'making', stateText: '正在生成预览' }))
  const file = mount(FilePreview, { props: { id: 'a' } })
  await flushPromises()
  file.unmount()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(getPreview).toHaveBeenCalledTimes(1)
})
