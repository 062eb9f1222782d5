import { del, getUnsigned, post } from './request'
import type { AgreementList } from '../../api/schema'

/** `text` of an agreement: a paragraph a line; one that begins with `#` is a heading. */
export type { AgreementName, AgreementView as Agreement } from '../../api/schema'

/** The versions in force. */
export const listAgreements = async () => (await getUnsigned<AgreementList>('/agreements')).items
export const acceptAgreements = (ids: string[]) => post<void>('/me/agreements', { ids })
/** Every device of the person is signed out. */
export const withdrawAgreements = () => del('/me/agreements')
