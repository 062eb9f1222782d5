import { get, post } from './request'
import type { CategoryList, LitigantOrder, LitigantOrderPage, Preview, Satisfaction } from '../../api/schema'

/** `daysLeft` and `overdueDays` of a time limit are working days; `formerRatings` are of earlier answers, the oldest first. */
export type {
  AnswerView as Answer, CategoryRow as Category, Due, LitigantOrder as WorkOrder, LitigantOrderRow as WorkOrderRow, Preview, Said as ConversationItem, TimelineStep, WorkOrderState,
} from '../../api/schema'

export type Score = NonNullable<Satisfaction>

/** Where a message goes: exactly one of the three. */
export type Addressee = { caseId: string } | { caseNumber: string } | { courtId: string }

export type NewWorkOrder = Addressee & { id: string; category: string; text: string; attachmentIds: string[] }

export const maxTextLength = 2000

export const listCategories = async () => (await get<CategoryList>('/work-orders/categories')).items
export const previewWorkOrder = (to: Addressee, category: string) => get<Preview>('/work-orders/preview', { ...to, category })
export const createWorkOrder = (order: NewWorkOrder) => post<LitigantOrder>('/work-orders', order)
export const listWorkOrders = (page: { cursor?: string | null; state?: 'open' | 'closed'; q?: string; caseId?: string; limit?: number }) =>
  get<LitigantOrderPage>('/work-orders', { limit: 20, ...page })
export const getWorkOrder = (id: string) => get<LitigantOrder>(`/work-orders/${id}`)
export const supplementWorkOrder = (orderId: string, message: { id: string; text: string; attachmentIds: string[] }) =>
  post<LitigantOrder>(`/work-orders/${orderId}/messages`, message)
export const urgeWorkOrder = (orderId: string, id: string) => post<LitigantOrder>(`/work-orders/${orderId}/urge`, { id })
export const rateWorkOrder = (orderId: string, score: Score, words: string) =>
  post<LitigantOrder>(`/work-orders/${orderId}/rating`, words ? { score, words } : { score })
export const markRead = (orderId: string) => post<void>(`/work-orders/${orderId}/read`)
