import { del, download, get } from './request'
import type { PreviewView } from '../../api/schema'

/** `size` in bytes. */
export type { AttachmentView as Attachment, PreviewView as Preview } from '../../api/schema'

export const maxAttachments = 9
const megabyte = 1024 * 1024
const media = /\.(m4a|mp3|aac|wav|amr|awb|mp4|m4v|mov|qt|3gp|3g2|webm|weba|avi)$/i

/** By name; the court looks at the content. */
export const maxBytesOf = (name: string) => (media.test(name) ? 500 : 50) * megabyte

export const deleteAttachment = (id: string) => del(`/attachments/${id}`)
export const fetchAttachment = (id: string) => download(`/attachments/${id}`)

export const getPreview = (id: string) => get<PreviewView>(`/attachments/${id}/preview`)
export const fetchPreviewPage = (id: string, page: number) => download(`/attachments/${id}/preview/pages/${page}`)
export const fetchPreviewPoster = (id: string) => download(`/attachments/${id}/preview/poster`)
