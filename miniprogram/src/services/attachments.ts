import { del, download, upload } from './request'
import type { AttachmentView } from '../../api/schema'

/** `size` in bytes. */
export type { AttachmentView as Attachment } from '../../api/schema'

export const maxAttachments = 9
export const maxAttachmentBytes = 20 * 1024 * 1024

export interface FileToUpload {
  id: string
  name: string
  path: string
  file?: File
}

/** Sending the same id again is harmless. `name` goes along because WeChat names the part after its own temporary file. */
export const uploadAttachment = (what: FileToUpload, onProgress: (percent: number) => void) =>
  upload<AttachmentView>('/attachments', {
    filePath: what.path,
    file: what.file,
    formData: { id: what.id, name: what.name },
    onProgress,
  })

export const deleteAttachment = (id: string) => del(`/attachments/${id}`)
export const fetchAttachment = (id: string) => download(`/attachments/${id}`)
