import { del, get, postBytes } from './request'
import type { UploadView } from '../../api/schema'

export type { UploadView as Upload } from '../../api/schema'

const version = { 'Tus-Resumable': '1.0.0' }

/** The id is the attachment's too; asking again makes no second upload. */
export const startUpload = (id: string, name: string, length: number) =>
  postBytes('/uploads', undefined, { ...version, 'Upload-Length': String(length), 'Upload-Metadata': `name ${base64(name)}`, 'Idempotency-Key': id })

/** WeChat has no PATCH. */
export const sendPiece = (id: string, offset: number, bytes: Uint8Array) =>
  postBytes(`/uploads/${id}`, bytes, { ...version, 'X-HTTP-Method-Override': 'PATCH', 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' })

export const getUpload = (id: string) => get<UploadView>(`/uploads/${id}`)
export const cancelUpload = (id: string) => del(`/uploads/${id}`, version)

/** Of a text as UTF-8; WeChat has neither btoa nor TextEncoder. */
export function base64(text: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const bytes = unescape(encodeURIComponent(text))
  let result = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((next) => bytes.charCodeAt(at + next))
    const word = (a << 16) | ((b || 0) << 8) | (c || 0)
    const quarter = (shift: number) => digits[(word >> shift) & 63]
    result += quarter(18) + quarter(12) + (at + 1 < bytes.length ? quarter(6) : '=') + (at + 2 < bytes.length ? quarter(0) : '=')
  }
  return result
}
