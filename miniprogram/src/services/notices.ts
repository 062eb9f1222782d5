import { get, post } from './request'
import type { NoticePage } from '../../api/schema'

/** What the court told the person in the app. */
export type { NoticeView as Notice } from '../../api/schema'

export const listNotices = (cursor: string | null) => get<NoticePage>('/notices', { cursor, limit: 20 })
export const markNoticeRead = (id: string) => post<void>(`/notices/${id}/read`)
