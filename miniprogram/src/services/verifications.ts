import { getUnsigned } from './request'

/** What whoever holds the paper may know; empty texts where the case allows nothing outside the court. */
export interface Verification {
  kind: 'document' | 'certificate'
  serial: string
  title: string
  courtName: string
  caseNumber: string
  recipient: string
  madeText: string
  pages: number
  sha256: string
  remark: string
  documents: VerifiedDocument[]
}

export interface VerifiedDocument {
  title: string
  serial: string
  sha256: string
  conclusionText: string
  ruleText: string
}

export const verify = (serial: string, code: string) =>
  getUnsigned<Verification>(`/verifications/${encodeURIComponent(serial)}?code=${encodeURIComponent(code)}`)
