import { get, post } from './request'
import type { AgentKind, AuthorityItems, BindingTerms, GivenAuthorities, LitigantBinding, LitigantBindingPage, PaperAuthority, PaperKind } from '../../api/schema'

export type { AgentKindChoice, BindingTerms, GivenAuthority, LitigantBinding as Binding, PaperChoice } from '../../api/schema'

export interface PaperToSend { kind: PaperKind; attachmentId: string }

export interface NewBinding {
  id: string
  caseNumber: string
  partyName: string
  kind: AgentKind
  authority: PaperAuthority
  items: AuthorityItems[]
  licenceNumber: string
  firm: string
  endsOn: string | null
  papers: PaperToSend[]
}

export const bindingTerms = () => get<BindingTerms>('/bindings/terms')
export const askBinding = ({ endsOn, ...request }: NewBinding) => post<LitigantBinding>('/bindings', endsOn ? { ...request, endsOn } : request)
export const listBindings = (cursor: string | null) => get<LitigantBindingPage>('/bindings', { limit: 20, cursor })
export const listGiven = async () => (await get<GivenAuthorities>('/bindings/given')).items
export const getBinding = (id: string) => get<LitigantBinding>(`/bindings/${id}`)
export const supplementBinding = (bindingId: string, supplement: { id: string; text: string; papers: PaperToSend[] }) =>
  post<LitigantBinding>(`/bindings/${bindingId}/supplement`, supplement)
export const urgeBinding = (bindingId: string, id: string) => post<LitigantBinding>(`/bindings/${bindingId}/urge`, { id })
/** @param takeBack what the person was shown: a request to take back, or an authority to end. */
export const endBinding = (bindingId: string, id: string, takeBack: boolean) => post<void>(`/bindings/${bindingId}/end`, { id, takeBack })
