import { download, get, post } from './request'

export type SubmissionState = 'toReview' | 'awaitingSubmitter' | 'accepted' | 'refused' | 'takenBack'
export type SubmissionGroup = 'material' | 'application'
export type FieldType = 'line' | 'text' | 'money' | 'date' | 'choice' | 'account'

export interface CaseName { id: string; number: string; title: string }
export interface NeededPart { key: string; title: string; isRequired: boolean; hint: string; isForm: boolean }
/** `isOfForm`: who brings the form on paper has said it there. */
export interface SubmissionField {
  key: string
  label: string
  type: FieldType
  isRequired: boolean
  hint: string
  maxLength: number
  isOfForm: boolean
  options: string[]
}
export interface ReckoningLine { what: string; result: string }

/** A kind in one case, for this person, today. `from` and `until` are days, `2026-12-07`. */
export interface KindView {
  kind: string
  group: SubmissionGroup
  title: string
  plainly: string
  canAct: boolean
  why: string
  from: string | null
  until: string | null
  untilText: string | null
  daysLeft: number | null
  rule: string
  fee: string
  decider: string
  workingDays: number
  needsSpecialAuthority: boolean
  parts: NeededPart[]
  fields: SubmissionField[]
  hasForm: boolean
  reckoning: ReckoningLine[]
  open: { id: string; number: string; state: SubmissionState; dueDay: string } | null
  known: Record<string, string>
}

export interface CaseKinds { case: CaseName; kinds: KindView[] }

export interface SubmissionRow {
  id: string
  number: string
  kind: string
  group: SubmissionGroup
  title: string
  case: CaseName
  state: SubmissionState
  stateText: string
  dueDay: string
  dueIsProvisional: boolean
  supplementBy: string | null
  /** To bring what is missing, or for the answer. */
  daysLeft: number | null
  needs: number
  sentAt: string
  decidedAt: string | null
  files: number
}

export interface SubmittedFile {
  id: string
  attachmentId: string
  name: string
  contentType: string
  size: number
  sha256: string
  number: number
  part: string
  title: string
  source: string
  proves: string
  entryId: string | null
}

export interface SubmissionView extends Omit<SubmissionRow, 'needs' | 'files'> {
  note: string
  answers: { key: string; label: string; value: string }[]
  files: SubmittedFile[]
  receipt: { number: string; sentAt: string; hash: string; words: string; court: string; fileText: string }
  needs: string[] | null
  askedAt: string | null
  reason: string | null
  decisionText: string | null
  timeline: { at: string; title: string; text: string | null; who: string | null }[]
  canTakeBack: boolean
  canUrge: boolean
  canSupplement: boolean
  decider: string
  rule: string
  reckoning: ReckoningLine[]
  released: boolean
  certificate: { number: string; code: string; url: string } | null
  follow: { what: string; until: string | null; doneAt: string | null }[]
  version: number
}

/** `sha256` as this device has computed it. */
export interface FileToSend { attachmentId: string; part: string; title?: string; source?: string; proves?: string; sha256?: string }
export interface Answer { key: string; value: string }

export interface NewSubmission {
  id: string
  caseId: string
  kind: string
  answers: Answer[]
  files: FileToSend[]
  note?: string
}

export interface SubmissionCounts { awaited: number; reviewing: number; refused: number; accepted: number }
export interface SubmissionPage { items: SubmissionRow[]; next: string | null; counts: SubmissionCounts }
/** `by`: 原告 张*. */
export interface ReleasedRow { id: string; number: string; kind: string; title: string; by: string; releasedAt: string; sentAt: string; files: SubmittedFile[] }
export interface MadeForm { attachmentId: string; name: string; size: number; sha256: string }

export const listKinds = (caseId: string) => get<CaseKinds>('/submissions/kinds', { caseId })
export const listApplications = (cursor: string | null) => get<{ cases: CaseKinds[]; next: string | null }>('/submissions/applications', { cursor })

export const listSubmissions = (page: { caseId?: string; state?: SubmissionState; cursor?: string | null; limit?: number }) =>
  get<SubmissionPage>('/submissions', { limit: 20, ...page })
export const getSubmission = (id: string) => get<SubmissionView>(`/submissions/${id}`)
export const findReceipt = (number: string) => get<SubmissionView>(`/submissions/by-number/${encodeURIComponent(number)}`)
export const listReleased = async (caseId: string) => (await get<{ items: ReleasedRow[] }>('/submissions/released', { caseId })).items

export const sendSubmission = (submission: NewSubmission) => post<SubmissionView>('/submissions', submission)
export const supplementSubmission = (id: string, supplement: { id: string; text?: string; files?: FileToSend[] }) =>
  post<SubmissionView>(`/submissions/${id}/supplement`, supplement)
export const urgeSubmission = (id: string, entryId: string) => post<SubmissionView>(`/submissions/${id}/urge`, { id: entryId })
export const takeBackSubmission = (id: string, entryId: string) => post<SubmissionView>(`/submissions/${id}/take-back`, { id: entryId })

/** The empty form with what the court knows, at a temporary path. */
export const fetchForm = (kind: string, caseId: string, format: 'docx' | 'pdf') => download(`/submissions/forms/${kind}?caseId=${caseId}&format=${format}`)
export const makeForm = (kind: string, caseId: string, answers: Answer[]) => post<MadeForm>(`/submissions/forms/${kind}/pdf`, { caseId, answers })
export const fetchCertificate = (id: string) => download(`/submissions/${id}/certificate`)
