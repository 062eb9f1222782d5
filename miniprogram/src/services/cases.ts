import { download, get } from './request'
import type { CaseList, CaseLookup, CaseNodePage, CaseRow, CaseView, CourtList } from '../../api/schema'

/** `day`: what comes next first, only cases that have a day ahead. `filed`: the newest first. */
export type CaseOrder = 'filed' | 'day' | 'hearing'

/** The numbers of a page count all, not only this page. */
export type { CaseContact, CaseDay, CaseLimitView as CaseLimit, CaseList as CasePage, CaseLookup, CaseNodeRow as CaseNode, CaseRow, CaseView, CourtRow as Court, HearingView as Hearing, Todo } from '../../api/schema'

export const listCases = (page: { cursor?: string | null; state?: 'open' | 'closed'; order?: CaseOrder; limit?: number; q?: string }) => get<CaseList>('/cases', { limit: 20, ...page })
export const findCase = (id: string) => get<CaseRow>(`/cases/${id}`)
/** What now, by when, who handles it, what has happened: the newest fifty of that. */
export const openCase = (id: string) => get<CaseView>(`/cases/${id}/page`)
export const listCaseNodes = (id: string, cursor: string) => get<CaseNodePage>(`/cases/${id}/nodes`, { cursor, limit: 50 })
/** The calendar entry of a hearing, at a temporary path. */
export const fetchHearingEntry = (caseId: string, hearingId: string) => download(`/cases/${caseId}/hearings/${hearingId}/calendar.ics`)
export const lookUpCase = (number: string) => get<CaseLookup>('/cases/lookup', { number })
export const listCourts = async () => (await get<CourtList>('/courts')).items
