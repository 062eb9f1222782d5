import { get } from './request'
import type { SendOutcome } from '../../api/schema'

/** What became of a message, a supplement or an urging, by the id that this device made for it. */
export const getSendOutcome = (id: string) => get<SendOutcome>(`/sends/${id}`)
