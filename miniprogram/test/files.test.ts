import { ref } from 'vue'
import { afterEach, expect, test, vi } from 'vitest'
import { keepBrowserFile, revive, sameAs, takeUp, tooLarge, uploadDraftFile, type DraftFile } from '@/drafts/files'
import { useFiles } from '@/drafts/useFiles'
import { base64 } from '@/services/uploads'
import { weChatFile } from '@/uploads/localFile'
import { leftText, Pace } from '@/uploads/pace'
import { patience } from '@/uploads/sendFile'
import { newId } from '@/uuid'
import { givenCourt } from './given'

const given = givenCourt()
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])
const large = new Uint8Array(900_000).map((_, at) => (at < 6 ? jpeg[at] : at % 251))

afterEach(() => void vi.restoreAllMocks())

async function chosen(bytes: Uint8Array<ArrayBuffer>, name = '流水.jpg'): Promise<DraftFile> {
  const id = await newId()
  keepBrowserFile(id, new File([bytes], name))
  return { id, name, size: bytes.length, path: 'blob:x', image: true, state: 'waiting', percent: 0, problem: null, lastModified: 1 }
}

const pieces = () => given.fake.calls.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/uploads/'))
const held = (id: string) => given.fake.court.attachments.get(id)

test('An uploaded file is the one the court has, with the same hash shown', async () => {
  const file = await chosen(large)
  await uploadDraftFile(file)
  expect(file).toMatchObject({ state: 'uploaded', percent: 100 })
  expect(held(file.id).bytes.equals(Buffer.from(large))).toBe(true)
  expect(held(file.id).info.name).toBe('流水.jpg')
  expect(file.fingerprint).toBe(`${held(file.id).info.sha256.slice(0, 8)}…${held(file.id).info.sha256.slice(-8)}`)
  expect(pieces().length).toBeGreaterThan(1)
})

test('Answers that are lost on the way cost nothing but time: it goes on from what the court has, and is one file', async () => {
  const file = await chosen(large)
  let nth = 0
  given.fake.fail = ({ path }) => (path.startsWith('/uploads') && ++nth % 3 === 0 ? (nth % 2 ? 'lose' : 'drop') : null)
  vi.spyOn(patience, 'wait').mockResolvedValue()
  await uploadDraftFile(file)
  expect(file.state).toBe('uploaded')
  expect(held(file.id).bytes.equals(Buffer.from(large))).toBe(true)
  expect(given.fake.court.attachments.size).toBe(1)
})

test('A paused file stops, and goes on when asked', async () => {
  const file = await chosen(large)
  const files = ref([file])
  const { pause, retry } = useFiles(files)
  given.fake.fail = ({ method, path }) => {
    if (method === 'PATCH' && path.startsWith('/uploads')) pause(file.id)
    return null
  }
  await uploadDraftFile(files.value[0])
  expect(files.value[0].state).toBe('paused')
  expect(pieces()).toHaveLength(1)
  given.fake.fail = () => null
  retry(file.id)
  await vi.waitFor(() => expect(files.value[0].state).toBe('uploaded'))
  expect(held(file.id).bytes.equals(Buffer.from(large))).toBe(true)
})

test('A file that the court does not take is refused with its sentence', async () => {
  const file = await chosen(new Uint8Array([1, 2, 3, 4]), '脚本.jpg')
  await uploadDraftFile(file)
  expect(file).toMatchObject({ state: 'failed', problem: '只收图片、Word 和 PDF' })
})

test('Removing an uploaded file takes it off the server', async () => {
  const file = await chosen(jpeg)
  await uploadDraftFile(file)
  const files = ref([file])
  useFiles(files).drop(file.id)
  expect(files.value).toEqual([])
  await vi.waitFor(() => expect(given.fake.court.attachments.size).toBe(0))
})

test('After a reload the file is chosen again and goes on where it was; another of the same name does not', async () => {
  const file = await chosen(large)
  const files = ref([file])
  given.fake.fail = ({ method, path }) => {
    if (method === 'PATCH' && path.startsWith('/uploads')) useFiles(files).pause(file.id)
    return null
  }
  await uploadDraftFile(files.value[0])
  const [lost] = revive(JSON.parse(JSON.stringify(files.value)))
  expect(lost).toMatchObject({ state: 'again', path: '' })
  given.fake.fail = () => null

  const other = await chosen(large.map((byte) => byte ^ 1))
  expect(await sameAs(other, [lost])).toBeUndefined()
  const again = await chosen(large)
  expect(await sameAs(again, [lost])).toBe(lost)
  takeUp(lost, again)
  const before = pieces().length
  await uploadDraftFile(lost)
  expect(lost.state).toBe('uploaded')
  expect(held(file.id).bytes.equals(Buffer.from(large))).toBe(true)
  expect(before).toBe(1)
})

test('A reload keeps uploaded files', async () => {
  const [done] = revive([{ ...(await chosen(jpeg)), state: 'uploaded' }])
  expect(done.state).toBe('uploaded')
})

test('Each kind has its limit before uploading', () => {
  expect(tooLarge(50 * 1024 * 1024, 'a.pdf')).toBeNull()
  expect(tooLarge(50 * 1024 * 1024 + 1, 'a.pdf')).toContain('最大 50 MB')
  expect(tooLarge(500 * 1024 * 1024, 'a.MP4')).toBeNull()
  expect(tooLarge(500 * 1024 * 1024 + 1, 'a.MP4')).toContain('最大 500 MB')
})

test('Pieces grow with the network and shrink when it breaks; the time left is in words', () => {
  const pace = new Pace()
  for (let at = 0; at < 10; at++) pace.took(pace.size, 100)
  expect(pace.size).toBe(Pace.largest)
  for (let at = 0; at < 10; at++) pace.broke()
  expect(pace.size).toBe(Pace.smallest)
  expect([leftText(100, 0), leftText(17_000, 1000), leftText(120_000, 1000), leftText(7_200_000, 1000)]).toEqual(['', '约 20 秒', '约 2 分钟', '约 2 小时'])
})

test('Names go in base64 of UTF-8', () => {
  for (const name of ['a', 'ab', 'abc', '银行流水😀.pdf']) expect(base64(name)).toBe(Buffer.from(name).toString('base64'))
})

test('In WeChat a file is read a stretch at a time, and one that is gone is said to be', async () => {
  const readFile = vi.fn((o: { filePath: string; position: number; length: number; success(r: object): void; fail(): void }) =>
    o.filePath === 'wxfile://a' ? o.success({ data: jpeg.slice(o.position, o.position + o.length).buffer }) : o.fail(),
  )
  vi.stubGlobal('wx', { getFileSystemManager: () => ({ readFile }) })
  expect(await weChatFile('wxfile://a', 6).read(2, 3)).toEqual(jpeg.slice(2, 5))
  await expect(weChatFile('wxfile://b', 6).read(0, 1)).rejects.toMatchObject({ code: 'client.file_gone' })
  vi.unstubAllGlobals()
})
