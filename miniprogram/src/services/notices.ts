import { get, post } from './request'

/** What the court told the person in the app. */
export interface Notice {
  id: string
  title: string
  text: string
  atText: string
  workOrderId: string | null
  /** It leads to the served documents. */
  documents: boolean
  read: boolean
}

export const listNotices = (cursor: string | null) =>
  get<{ items: Notice[]; nextCursor: string | null; unread: number }>('/notices', { cursor, limit: 20 })
export const markNoticeRead = (id: string) => post<void>(`/notices/${id}/read`)
