import { getUnsigned, postUnsigned } from './request'
import type { Score } from './workOrders'

/** What whoever holds a survey link may know. `courtName` is null where the case allows nothing outside the court. */
export interface Survey {
  number: string
  courtName: string | null
  answeredText: string
  rated: boolean
}

const address = (token: string) => `/surveys/${encodeURIComponent(token)}`

export const getSurvey = (token: string) => getUnsigned<Survey>(address(token))

/** The same rating sent again is harmless. */
export const rateSurvey = (token: string, score: Score, words: string) => postUnsigned<void>(address(token), { score, words })
