import { getUnsigned } from './request'
import type { Verification } from '../../api/schema'

/** What whoever holds the paper may know; empty texts where the case allows nothing outside the court. */
export type { Verification, VerifiedDocument } from '../../api/schema'

export const verify = (serial: string, code: string) =>
  getUnsigned<Verification>(`/verifications/${encodeURIComponent(serial)}?code=${encodeURIComponent(code)}`)
