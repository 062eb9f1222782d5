import { askForCode, enterCode } from './codes'
import { downloadAsReader, getAsReader, getUnsigned, postAsReader } from './request'

export type DocumentState = 'toSign' | 'signed' | 'forwarded' | 'withdrawn'

export interface DocumentRow {
  id: string
  serviceId: string
  caseId: string
  title: string
  courtName: string
  caseNumber: string
  arrivedText: string
  plain: string
  state: DocumentState
  limitText: string | null
}

/** `projected`: it does not run yet, the day is as if it were signed for today. */
export interface Limit {
  name: string
  date: string
  dayText: string
  weekdayText: string
  daysLeft: number
  leftText: string
  law: string
  projected: boolean
}

export interface OwnAgent {
  id: string
  name: string
  forwarded: boolean
}

/** `**…**` in `after` and `unopened` stands out. */
export interface ServedDocument {
  id: string
  serviceId: string
  caseId: string
  title: string
  courtName: string
  courtFullName: string
  caseNumber: string
  caseTitle: string
  arrivedText: string
  arrivedAtText: string
  hasArrived: boolean
  plain: string
  state: DocumentState
  stateText: string
  after: string[]
  unopened: string
  appealTo: string | null
  limit: Limit | null
  next: { title: string; by: string | null } | null
  statement: string
  signName: string
  together: { id: string; title: string }[]
  signed: { at: string; atText: string; handwritten: boolean } | null
  openedText: string | null
  readText: string
  effectiveText: string | null
  ruleText: string | null
  serial: string
  verifyCode: string
  sha256: string
  size: number
  pages: number
  fileName: string
  canSign: boolean
  canForward: boolean
  agents: OwnAgent[]
  canAskPaper: boolean
  paperText: string | null
  objection: { text: string; atText: string } | null
  history: { title: string; note: string | null; atText: string }[]
  version: number
}

export interface DocumentCase {
  caseId: string
  number: string
  title: string
  courtName: string
  documents: number
  toSign: number
  lastText: string
}

export interface DocumentPage {
  items: DocumentRow[]
  nextCursor: string | null
  toSign: number
  verified: boolean
}

export type Objection = 'notMine' | 'notReceived'

export const listDocuments = (state: 'toSign' | 'signed', cursor: string | null, caseId: string | null) =>
  getAsReader<DocumentPage>('/documents', { state, cursor, caseId, limit: 20 })
export const listDocumentCases = async () => (await getAsReader<{ items: DocumentCase[] }>('/documents/cases')).items
export const getDocument = (id: string) => getAsReader<ServedDocument>(`/documents/${id}`)

/** The PDF as it was frozen, at a temporary path. Each call is an opening and stays in the trace. */
export const fetchDocument = (id: string) => downloadAsReader(`/documents/${id}/file`)

/** `signature`: PNG in base64; null confirms without writing. Sending again changes nothing. */
export const signDocuments = async (ids: string[], signature: string | null) =>
  (await postAsReader<{ items: ServedDocument[] }>('/documents/sign', signature ? { ids, signature } : { ids })).items
export const forwardDocument = (id: string, agentId: string) => postAsReader<ServedDocument>(`/documents/${id}/forward`, { agentId })
export const askForPaper = (id: string) => postAsReader<ServedDocument>(`/documents/${id}/paper`)
export const objectTo = (id: string, kind: Objection, words: string) => postAsReader<ServedDocument>(`/documents/${id}/objections`, { kind, words })

const link = (token: string) => `/document-links/${encodeURIComponent(token)}`
export const getDocumentLink = (token: string) => getUnsigned<{ channel: 'sms' | 'email'; address: string }>(link(token))
export const sendLinkCode = (token: string) => askForCode(`${link(token)}/code`, {})
/** `expiresIn` in seconds. */
export const visitByLink = (token: string, code: string) => enterCode<{ token: string; expiresIn: number }>(`${link(token)}/visit`, { code })
