import type { Attachment } from './attachments'
import type { CaseRow } from './cases'
import { get, post } from './request'

/** A time limit as the server worked it out. `daysLeft` and `overdueDays` are working days. */
export interface Due {
  date: string
  text: string
  workingDays: number
  daysLeft: number
  overdueDays: number
  provisional: boolean
}

export type WorkOrderState = 'toAssign' | 'toAnswer' | 'awaitingRequester' | 'closed'
export type Score = 'satisfied' | 'basicallySatisfied' | 'dissatisfied'

export interface WorkOrderRow {
  id: string
  number: string
  title: string
  categoryName: string
  caseNumber: string | null
  state: WorkOrderState
  stateText: string
  createdAt: string
  createdText: string
  answerBy: Due
  unread: boolean
  /** The message in which this one goes on. */
  mergedInto: { id: string; number: string; answered: boolean } | null
  reopenCount: number
}

export interface TimelineStep {
  title: string
  term: string | null
  atText: string | null
  note: string | null
  step: 'done' | 'now' | 'next'
}

export interface ConversationItem {
  id: string
  from: 'me' | 'court'
  kind: 'message' | 'supplement' | 'interim' | 'answer' | 'urge' | 'explanation'
  text: string
  atText: string
  by: string
  attachments: Attachment[]
}

export interface Answer {
  text: string
  atText: string
  dateText: string
  courtName: string
  divisionName: string
  addressee: string
  attachments: Attachment[]
}

export interface WorkOrder extends WorkOrderRow {
  categoryCode: string
  case: CaseRow | null
  courtName: string
  divisionName: string
  ownerRole: string
  text: string
  attachments: Attachment[]
  timeline: TimelineStep[]
  conversation: ConversationItem[]
  answer: Answer | null
  urge: { allowed: boolean; count: number; reason: string | null }
  rating: { allowed: boolean; score: Score | null; words: string | null }
  /** Of earlier answers, the oldest first. */
  formerRatings: { score: Score; words: string | null; atText: string }[]
  canSupplement: boolean
  version: number
}

export interface Category {
  code: string
  name: string
  plain: string
  hint: string
}

/** Where a message goes: exactly one of the three. */
export type Addressee = { caseId: string } | { caseNumber: string } | { courtId: string }

export interface Preview {
  answerBy: Due
  days: string[]
  courtName: string
  divisionName: string
  ownerRole: string
}

export type NewWorkOrder = Addressee & { id: string; category: string; text: string; attachmentIds: string[] }

export const maxTextLength = 2000

export const listCategories = async () => (await get<{ items: Category[] }>('/work-orders/categories')).items
export const previewWorkOrder = (to: Addressee, category: string) => get<Preview>('/work-orders/preview', { ...to, category })
export const createWorkOrder = (order: NewWorkOrder) => post<WorkOrder>('/work-orders', order)
export const listWorkOrders = (page: { cursor?: string | null; state?: 'open' | 'closed' }) =>
  get<{ items: WorkOrderRow[]; nextCursor: string | null }>('/work-orders', { ...page, limit: 20 })
export const getWorkOrder = (id: string) => get<WorkOrder>(`/work-orders/${id}`)
export const supplementWorkOrder = (orderId: string, message: { id: string; text: string; attachmentIds: string[] }) =>
  post<WorkOrder>(`/work-orders/${orderId}/messages`, message)
export const urgeWorkOrder = (orderId: string, id: string) => post<WorkOrder>(`/work-orders/${orderId}/urge`, { id })
export const rateWorkOrder = (orderId: string, score: Score, words: string) =>
  post<WorkOrder>(`/work-orders/${orderId}/rating`, words ? { score, words } : { score })
export const markRead = (orderId: string) => post<void>(`/work-orders/${orderId}/read`)
