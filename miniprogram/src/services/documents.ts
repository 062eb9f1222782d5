import { askForCode, enterCode } from './codes'
import { downloadAsReader, getAsReader, getUnsigned, postAsReader } from './request'
import type { DocumentCaseList, DocumentLinkView, DocumentList, DocumentPage, DocumentView, ObjectionKind, VisitBegun } from '../../api/schema'

/** `projected` of a limit: it does not run yet, the day is as if it were signed for today. `**…**` in `after` and `unopened` stands out. */
export type { AgentRow as OwnAgent, CertificateLink as Certificate, DocumentCase, DocumentPage, DocumentRow, DocumentView as ServedDocument, LimitView as Limit, NextStep, ObjectionKind as Objection } from '../../api/schema'

export const listDocuments = (state: 'toSign' | 'signed' | 'all', page: { cursor?: string | null; caseId?: string | null; q?: string; limit?: number } = {}) =>
  getAsReader<DocumentPage>('/documents', { state, limit: 20, ...page })
export const listDocumentCases = async () => (await getAsReader<DocumentCaseList>('/documents/cases')).items
export const getDocument = (id: string) => getAsReader<DocumentView>(`/documents/${id}`)

/** The PDF as it was frozen, at a temporary path. Each call is an opening and stays in the trace. */
export const fetchDocument = (id: string) => downloadAsReader(`/documents/${id}/file`)

/** A certificate of service as the clerk issued it, at a temporary path. */
export const fetchCertificate = (id: string, certificateId: string) => downloadAsReader(`/documents/${id}/certificates/${certificateId}`)

/** `signature`: PNG in base64; null confirms without writing. Sending again changes nothing. */
export const signDocuments = async (ids: string[], signature: string | null) =>
  (await postAsReader<DocumentList>('/documents/sign', signature ? { ids, signature } : { ids })).items
export const forwardDocument = (id: string, agentId: string) => postAsReader<DocumentView>(`/documents/${id}/forward`, { agentId })
export const askForPaper = (id: string) => postAsReader<DocumentView>(`/documents/${id}/paper`)
export const objectTo = (id: string, kind: ObjectionKind, words: string) => postAsReader<DocumentView>(`/documents/${id}/objections`, { kind, words })

const link = (token: string) => `/document-links/${encodeURIComponent(token)}`
export const getDocumentLink = (token: string) => getUnsigned<DocumentLinkView>(link(token))
export const sendLinkCode = (token: string) => askForCode(`${link(token)}/code`, {})
/** `expiresIn` in seconds. */
export const visitByLink = (token: string, code: string) => enterCode<VisitBegun>(`${link(token)}/visit`, { code })
