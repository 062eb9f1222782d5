import type { CaseRow } from '@/services/cases'
import type { Addressee } from '@/services/workOrders'
import { draftsOf, owner } from '@/session/owner'
import { keysStartingWith, read, remove, write } from '@/storage'
import type { DraftFile } from './files'
import type { SubmissionDraft, SubmissionSupplement } from './submissions'

/** What a message is about, with what the page shows of it. */
export type About =
  | { kind: 'case'; case: CaseRow }
  | { kind: 'number'; number: string; courtName: string | null }
  | { kind: 'court'; courtId: string; courtName: string }

/** A message that is being written. `orderId` is made once, so that any retry ends in one order. */
export interface MessageDraft {
  orderId: string
  step: 1 | 2 | 3 | 4
  about: About | null
  category: { code: string; plain: string } | null
  text: string
  files: DraftFile[]
  savedAt: number
  /** A send was tried and not confirmed. */
  unsent: boolean
  /** Whether it arrived is not known: the court is asked first. */
  unknown?: boolean
}

/** A further message to an order. */
export interface SupplementDraft {
  id: string
  text: string
  files: DraftFile[]
  savedAt: number
  unknown?: boolean
}

/** A signature that was written and has not reached the court, as PNG in base64. */
export interface SignatureDraft {
  ids: string[]
  picture: string
  savedAt: number
}

/** What of a case somebody wants to read; `id` is that of the request. */
export interface ReadingDraft {
  id: string
  fileIds: string[]
  purpose: string
  savedAt: number
}

export const messageDraftName = 'message'
export const signatureDraftName = (documentId: string) => `signature:${documentId}`
export const supplementDraftName = (orderId: string) => `supplement:${orderId}`

export const readingDraftName = (caseId: string) => `reading:${caseId}`

/** A draft of the person whose device this is; nobody sees another person's on a shared phone, and nobody's is kept. */
export const readDraft = <T>(name: string) => (owner.value ? read<T>(draftsOf(owner.value) + name) : null)

type Draft = MessageDraft | SupplementDraft | SignatureDraft | ReadingDraft | SubmissionDraft | SubmissionSupplement

export function writeDraft(name: string, draft: Draft) {
  if (owner.value) write(draftsOf(owner.value) + name, draft)
}

export function removeDraft(name: string) {
  if (owner.value) remove(draftsOf(owner.value) + name)
}

const names = () => (owner.value ? keysStartingWith(draftsOf(owner.value)) : [])

/** Names of this person's drafts that begin so. */
export const draftsNamed = (start: string) => names().map((name) => name.slice(draftsOf(owner.value!).length)).filter((name) => name.startsWith(start))

export const hasDrafts = () => names().length > 0

export function forgetDrafts() {
  for (const name of names()) remove(name)
}

export function addresseeOf(about: About): Addressee {
  if (about.kind === 'case') return { caseId: about.case.id }
  return about.kind === 'number' ? { caseNumber: about.number } : { courtId: about.courtId }
}

export const hasContent = (draft: MessageDraft) => draft.text.trim() !== '' || draft.files.length > 0
