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

export const listCases = () => get<{ items: CaseRow[]; verified: boolean }>('/cases')
export const lookUpCase = (number: string) => get<CaseLookup>('/cases/lookup', { number })
export const listCourts = async () => (await get<{ items: Court[] }>('/courts')).items
