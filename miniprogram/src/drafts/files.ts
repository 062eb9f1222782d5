import { maxAttachmentBytes, uploadAttachment } from '@/services/attachments'
import { asRefused } from '@/services/refused'

/** A file on its way to the court. Only an `uploaded` one outlives a reload: the others' paths die with the page. */
export interface DraftFile {
  id: string
  name: string
  size: number
  path: string
  image: boolean
  state: 'waiting' | 'uploading' | 'uploaded' | 'failed'
  percent: number
  problem: string | null
}

/** The browser's own files by draft file id; not storable. */
const browserFiles = new Map<string, File>()
export const keepBrowserFile = (id: string, file: File) => browserFiles.set(id, file)

/** Uploads `file`, writing progress and outcome into it. The same id again after a failure is harmless. */
export async function uploadDraftFile(file: DraftFile): Promise<void> {
  file.state = 'uploading'
  file.problem = null
  try {
    await uploadAttachment({ ...file, file: browserFiles.get(file.id) }, (percent) => (file.percent = percent))
    file.state = 'uploaded'
    file.percent = 100
    browserFiles.delete(file.id)
  } catch (error) {
    const refused = asRefused(error)
    file.state = 'failed'
    file.problem = refused.offline ? `停在 ${file.percent}%，没有传完` : refused.title
  }
}

export function tooLarge(size: number): string | null {
  if (size <= maxAttachmentBytes) return null
  return `这个文件 ${Math.ceil(size / 1024 / 1024)} MB，最大 20 MB。可以压缩后再选，或刻盘寄给法院`
}

/** After a reload the phone no longer hands out files that were not sent yet. */
export function revive(files: DraftFile[]): DraftFile[] {
  return files.map((file) =>
    file.state === 'uploaded' ? { ...file, path: '' } : { ...file, state: 'failed', path: '', problem: '还没传完，请删掉后重新选' },
  )
}
