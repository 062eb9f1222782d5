import { get, post } from './request'
import type { NoticePage, NoticeView } from '../../api/schema'

/** What the court told the person in the app. */
export type Notice = NoticeView & { submissionId?: string | null }

export const listNotices = (cursor: string | null) => get<Omit<NoticePage, 'items'> & { items: Notice[] }>('/notices', { cursor, limit: 20 })
export const markNoticeRead = (id: string) => post<void>(`/notices/${id}/read`)
