import { get, post } from './request'

export type Scope = 'firstInstance' | 'secondInstance' | 'retrial' | 'enforcement'

/** 送达地址确认书 as it is filled in; texts are '' where nothing is given. */
export interface AddressForm {
  acceptsElectronic: boolean
  acceptsWeChat: boolean
  acceptsAccount: boolean
  mobile: string
  email: string
  postalAddress: string
  postcode: string
  scope: Scope[]
  keepsSecret: boolean
  remarks: string
}

export interface AddressConfirmation extends AddressForm {
  id: string
  caseId: string
  caseNumber: string
  caseTitle: string
  courtName: string
  partyId: string
  agentId: string | null
  partyName: string
  roleText: string
  signerName: string
  signerRelation: string
  means: 'platform' | 'phone' | 'paper'
  meansText: string
  scopeText: string
  hasSignature: boolean
  confirmedAt: string
  confirmedText: string
  state: 'inForce' | 'replaced' | 'withdrawn'
  stateText: string
  endedText: string | null
  canWithdraw: boolean
}

/** An electronic address that the person offered for being served, and what says so. */
export interface DesignatedAddress {
  id: string
  kind: 'mobile' | 'email' | 'fax'
  kindText: string
  value: string
  basisText: string
  canEnd: boolean
}

/** As whom a person may sign one: as the party, or as its agent. */
export interface AddressSubject {
  caseId: string
  caseNumber: string
  caseTitle: string
  courtName: string
  partyId: string
  agentId: string | null
  partyName: string
  roleText: string
  signerName: string
  signerRelation: string
  current: AddressConfirmation | null
  designated: DesignatedAddress[]
  prefill: AddressForm
  scopes: { value: Scope; text: string }[]
}

export interface AddressSubjects {
  verified: boolean
  notices: string[]
  items: AddressSubject[]
  nextCursor: string | null
}

/** Where a form can be signed, case by case. */
export const listAddressSubjects = (page: { caseId?: string | null; cursor?: string | null }) =>
  get<AddressSubjects>('/address-confirmations/subjects', { limit: 20, ...page })

/** `signature`: PNG in base64. Sending the same again is harmless. */
export const signAddressConfirmation = (signed: AddressForm & { id: string; caseId: string; partyId: string; agentId: string | null; signature: string }) =>
  post<AddressConfirmation>('/address-confirmations', signed)

/** Ends one that stands in a pleading; later documents do not come by it. */
export const endDesignatedAddress = (id: string) => post<void>(`/address-confirmations/addresses/${id}/end`)
export const withdrawAddressConfirmation = (id: string) => post<AddressConfirmation>(`/address-confirmations/${id}/withdraw`, { reason: '' })
