import { get, post } from './request'

/** A tap after which a person wants to hear from the court. */
export type Moment = 'message' | 'urge' | 'answer' | 'case' | 'document'

export const templatesToAsk = async (moment: Moment) => (await get<{ items: string[] }>('/subscriptions/templates', { for: moment })).items
/** `results`: WeChat's word for each template. */
export const reportSubscriptions = (id: string, results: Record<string, string>) => post<void>('/subscriptions', { id, results })
