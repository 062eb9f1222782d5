import { get, post } from './request'
import type { ConfirmationScope, MyConfirmations, ConfirmationSubjects, ConfirmationView, FormView } from '../../api/schema'

/** firstInstance, secondInstance, retrial, enforcement. */
export type Scope = ConfirmationScope

/** A 送达地址确认书 as it is filled in (texts are '' where nothing is given), and as whom a person may sign one: as the party, or as its agent. */
export type { ConfirmationSubjects as AddressSubjects, ConfirmationView as AddressConfirmation, DesignatedAddress, FormView as AddressForm, SubjectView as AddressSubject } from '../../api/schema'

/** Where a form can be signed, case by case. */
export const listAddressSubjects = (page: { caseId?: string | null; cursor?: string | null }) =>
  get<ConfirmationSubjects>('/address-confirmations/subjects', { limit: 20, ...page })

/** Forms of a case, also those that are over, newest first. */
export const listAddressConfirmations = (page: { caseId: string }) => get<MyConfirmations>('/address-confirmations', { limit: 100, ...page })

/** `signature`: PNG in base64. Sending the same again is harmless. */
export const signAddressConfirmation = (signed: FormView & { id: string; caseId: string; partyId: string; agentId: string | null; signature: string }) =>
  post<ConfirmationView>('/address-confirmations', signed)

/** Ends one that stands in a pleading; later documents do not come by it. */
export const endDesignatedAddress = (id: string) => post<void>(`/address-confirmations/addresses/${id}/end`)
export const withdrawAddressConfirmation = (id: string) => post<ConfirmationView>(`/address-confirmations/${id}/withdraw`, { reason: '' })
