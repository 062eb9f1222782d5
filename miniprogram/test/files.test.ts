import { ref } from 'vue'
import { expect, test, vi } from 'vitest'
import { keepBrowserFile, revive, tooLarge, uploadDraftFile, type DraftFile } from '@/drafts/files'
import { useFiles } from '@/drafts/useFiles'
import { newId } from '@/uuid'
import { givenCourt } from './given'

const given = givenCourt()
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])

async function chosen(bytes: Uint8Array<ArrayBuffer>, name = '流水.jpg'): Promise<DraftFile> {
  const id = await newId()
  keepBrowserFile(id, new File([bytes], name))
  return { id, name, size: bytes.length, path: 'blob:x', image: true, state: 'waiting', percent: 0, problem: null }
}

test('An uploaded file is the one the court has', async () => {
  const file = await chosen(jpeg)
  await uploadDraftFile(file)
  expect(file.state).toBe('uploaded')
  expect(given.fake.court.attachments.get(file.id).bytes).toEqual(Buffer.from(jpeg))
})

test('An upload that broke off says where, and the retry under the same id is one file', async () => {
  const file = await chosen(jpeg)
  given.fake.fail = () => 'lose'
  await uploadDraftFile(file)
  expect(file).toMatchObject({ state: 'failed', problem: '停在 40%，没有传完' })
  given.fake.fail = () => null
  await uploadDraftFile(file)
  expect(file.state).toBe('uploaded')
  expect(given.fake.court.attachments.size).toBe(1)
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

test('A reload keeps uploaded files and asks for the others again', async () => {
  const [done, lost] = revive([{ ...(await chosen(jpeg)), state: 'uploaded' }, await chosen(jpeg)])
  expect(done.state).toBe('uploaded')
  expect(lost).toMatchObject({ state: 'failed', problem: '还没传完，请删掉后重新选' })
})

test('More than 20 MB is refused before uploading', () => {
  expect(tooLarge(20 * 1024 * 1024)).toBeNull()
  expect(tooLarge(20 * 1024 * 1024 + 1)).toContain('最大 20 MB')
})
