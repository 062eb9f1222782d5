import { del, download, upload } from './request'

/** `size` in bytes. */
export interface Attachment {
  id: string
  name: string
  contentType: string
  size: number
  sha256: string
}

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
  upload<Attachment>('/attachments', {
    filePath: what.path,
    file: what.file,
    formData: { id: what.id, name: what.name },
    onProgress,
  })

export const deleteAttachment = (id: string) => del(`/attachments/${id}`)
export const fetchAttachment = (id: string) => download(`/attachments/${id}`)
