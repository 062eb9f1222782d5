import { get } from './request'
import type { CaseList, CaseLookup, CaseRow, CourtList } from '../../api/schema'

/** `day`: what comes next first, only cases that have a day ahead. `filed`: the newest first. */
export type CaseOrder = 'filed' | 'day' | 'hearing'

/** The numbers of a page count all, not only this page. */
export type { CaseDay, CaseList as CasePage, CaseLookup, CaseRow, CourtRow as Court } from '../../api/schema'

export const listCases = (page: { cursor?: string | null; state?: 'open' | 'closed'; order?: CaseOrder; limit?: number; q?: string }) => get<CaseList>('/cases', { limit: 20, ...page })
export const findCase = (id: string) => get<CaseRow>(`/cases/${id}`)
export const lookUpCase = (number: string) => get<CaseLookup>('/cases/lookup', { number })
export const listCourts = async () => (await get<CourtList>('/courts')).items
