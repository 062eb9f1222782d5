import { getUnsigned, postUnsigned } from './request'
import type { SurveyView } from '../../api/schema'
import type { Score } from './workOrders'

const address = (token: string) => `/surveys/${encodeURIComponent(token)}`

export const getSurvey = (token: string) => getUnsigned<SurveyView>(address(token))

/** The same rating sent again is harmless. */
export const rateSurvey = (token: string, score: Score, words: string) => postUnsigned<void>(address(token), { score, words })
