import { download, get, post } from './request'
import type {
  AnswerToSend, ApplicationPage, CaseKinds, NewSubmissionRequest, ReleasedSubmissions, SubmissionPage, SubmissionState, SubmissionSupplement, SubmissionView,
} from '../../api/schema'

/** Days are `2026-12-07`. Of a kind `why` says why it cannot be done, or what to know where it can; of a field `isOfForm` that who brings the form on paper has said it there. */
export type {
  AnswerToSend as Answer, CaseKinds, FileToSend, KindView, PartView as NeededPart, ReckoningLine, SubmissionCase as CaseName, SubmissionCounts, SubmissionFileView as SubmittedFile,
  FieldView as SubmissionField, SubmissionGroup, SubmissionKind, SubmissionListRow as SubmissionRow, SubmissionState, SubmissionView,
} from '../../api/schema'

/** A filled form, which is sent as the part with `isForm`. */
export interface MadeForm { attachmentId: string; name: string; size: number; sha256: string }

export const listKinds = (caseId: string) => get<CaseKinds>('/submissions/kinds', { caseId })
export const listApplications = (cursor: string | null) => get<ApplicationPage>('/submissions/applications', { cursor })

export const listSubmissions = (page: { caseId?: string; state?: SubmissionState; cursor?: string | null; limit?: number }) =>
  get<SubmissionPage>('/submissions', { limit: 20, ...page })
export const getSubmission = (id: string) => get<SubmissionView>(`/submissions/${id}`)
export const findReceipt = (number: string) => get<SubmissionView>(`/submissions/by-number/${encodeURIComponent(number)}`)
export const listReleased = async (caseId: string) => (await get<ReleasedSubmissions>('/submissions/released', { caseId })).items

export const sendSubmission = (submission: NewSubmissionRequest) => post<SubmissionView>('/submissions', submission)
export const supplementSubmission = (id: string, supplement: SubmissionSupplement) =>
  post<SubmissionView>(`/submissions/${id}/supplement`, supplement)
export const urgeSubmission = (id: string, entryId: string) => post<SubmissionView>(`/submissions/${id}/urge`, { id: entryId })
export const takeBackSubmission = (id: string, entryId: string) => post<SubmissionView>(`/submissions/${id}/take-back`, { id: entryId })

/** The empty form with what the court knows, at a temporary path. */
export const fetchForm = (kind: string, caseId: string, format: 'docx' | 'pdf') => download(`/submissions/forms/${kind}?caseId=${caseId}&format=${format}`)
export const makeForm = (kind: string, caseId: string, answers: AnswerToSend[]) => post<MadeForm>(`/submissions/forms/${kind}/pdf`, { caseId, answers })
export const fetchCertificate = (id: string) => download(`/submissions/${id}/certificate`)
