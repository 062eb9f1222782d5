import type { CaseRow } from '@/services/cases'
import type { Addressee } from '@/services/workOrders'
import { me } from '@/session/session'
import { keysStartingWith, read, remove, write } from '@/storage'
import type { DraftFile } from './files'

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
}

/** A further message to an order. */
export interface SupplementDraft {
  id: string
  text: string
  files: DraftFile[]
  savedAt: number
}

/** A signature that was written and has not reached the court, as PNG in base64. */
export interface SignatureDraft {
  ids: string[]
  picture: string
  savedAt: number
}

const prefix = 'draft:'
const key = (name: string) => `${prefix}${me.value?.id ?? 'nobody'}:${name}`

export const messageDraftName = 'message'
export const signatureDraftName = (documentId: string) => `signature:${documentId}`
export const supplementDraftName = (orderId: string) => `supplement:${orderId}`

/** A draft of the person signed in; nobody sees another person's on a shared phone. */
export const readDraft = <T>(name: string) => read<T>(key(name))
export const writeDraft = (name: string, draft: MessageDraft | SupplementDraft | SignatureDraft) => write(key(name), draft)
export const removeDraft = (name: string) => remove(key(name))

export const hasDrafts = () => keysStartingWith(key('')).length > 0

export function forgetDrafts() {
  for (const name of keysStartingWith(key(''))) remove(name)
}

export function addresseeOf(about: About): Addressee {
  if (about.kind === 'case') return { caseId: about.case.id }
  return about.kind === 'number' ? { caseNumber: about.number } : { courtId: about.courtId }
}

export const hasContent = (draft: MessageDraft) => draft.text.trim() !== '' || draft.files.length > 0
