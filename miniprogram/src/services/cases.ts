import { get } from './request'

export interface CaseRow {
  id: string
  number: string
  title: string
  cause: string
  courtName: string
  divisionName: string
  stageText: string
  stateText: string
  roleText: string
  open: boolean
}

export interface CaseLookup {
  verdict: 'ok' | 'suspect' | 'legacy' | 'invalid'
  number: string | null
  repaired: boolean
  courtName: string | null
  inScope: boolean
  message: string
  mine: CaseRow | null
}

export interface Court {
  id: string
  name: string
  shortName: string
}

/** `open` and `closed` count all, not only this page. */
export interface CasePage {
  items: CaseRow[]
  nextCursor: string | null
  verified: boolean
  open: number
  closed: number
}

export const listCases = (page: { cursor?: string | null; state?: 'open' | 'closed'; limit?: number }) => get<CasePage>('/cases', { limit: 20, ...page })
export const findCase = (id: string) => get<CaseRow>(`/cases/${id}`)
export const lookUpCase = (number: string) => get<CaseLookup>('/cases/lookup', { number })
export const listCourts = async () => (await get<{ items: Court[] }>('/courts')).items
