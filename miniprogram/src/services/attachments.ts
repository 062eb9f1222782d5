import { del, download, get, upload } from './request'
import type { AttachmentView, PreviewView } from '../../api/schema'

/** `size` in bytes. */
export type { AttachmentView as Attachment, PreviewView as Preview } from '../../api/schema'

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

export const getPreview = (id: string) => get<PreviewView>(`/attachments/${id}/preview`)
export const fetchPreviewPage = (id: string, page: number) => download(`/attachments/${id}/preview/pages/${page}`)
export const fetchPreviewPoster = (id: string) => download(`/attachments/${id}/preview/poster`)
