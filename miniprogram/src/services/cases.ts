import { get } from './request'
import type { CaseList, CaseLookup, CaseRow, CourtList } from '../../api/schema'

/** `open` and `closed` of a page count all, not only this page. */
export type { CaseList as CasePage, CaseLookup, CaseRow, CourtRow as Court } from '../../api/schema'

export const listCases = (page: { cursor?: string | null; state?: 'open' | 'closed'; limit?: number; q?: string }) => get<CaseList>('/cases', { limit: 20, ...page })
export const findCase = (id: string) => get<CaseRow>(`/cases/${id}`)
export const lookUpCase = (number: string) => get<CaseLookup>('/cases/lookup', { number })
export const listCourts = async () => (await get<CourtList>('/courts')).items
