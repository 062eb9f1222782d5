import { isH5 } from '@/platform'
import { download, get, post } from './request'
import { withoutId } from './refused'
import type { LitigantReading, LitigantReadingPage, ReadingTerms } from '../../api/schema'

export type { LitigantReading as Reading, ReadingFileView as ReadingFile, ReadingTerms } from '../../api/schema'

export const readingTerms = (caseId: string) => (caseId ? get<ReadingTerms>('/readings/terms', { caseId }) : Promise.reject(withoutId()))
export const askReading = (wish: { id: string; caseId: string; fileIds: string[]; purpose: string }) => post<LitigantReading>('/readings', wish)
export const listReadings = (caseId: string, cursor: string | null) => get<LitigantReadingPage>('/readings', { caseId: caseId || null, limit: 20, cursor })
export const getReading = (id: string) => get<LitigantReading>(`/readings/${id}`)
export const urgeReading = (readingId: string, id: string) => post<LitigantReading>(`/readings/${readingId}/urge`, { id })
export const takeBackReading = (readingId: string, id: string) => post<LitigantReading>(`/readings/${readingId}/take-back`, { id })
export const signReading = (readingId: string, version: string) => post<LitigantReading>(`/readings/${readingId}/sign`, { version })
/** A picture with the reader's name in it; the court writes down that it was shown. */
export const fetchReadingPage = (readingId: string, fileId: string, page: number) => download(`/readings/${readingId}/files/${fileId}/pages/${page}`)
/** Nothing of a page that was looked at stays on the phone: neither in the browser nor among WeChat's temporary files. */
export function forgetReadingPage(picture: string) {
  if (!picture) return
  if (!isH5) wx.getFileSystemManager().unlink({ filePath: picture, fail: () => {} })
  else if (picture.startsWith('blob:')) URL.revokeObjectURL(picture)
}
