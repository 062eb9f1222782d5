import { askForCode, enterCode } from './codes'
import { getUnsigned, postUnsigned } from './request'
import type { SurveyView } from '../../api/schema'
import type { Answer, Score } from './workOrders'

const address = (token: string) => `/surveys/${encodeURIComponent(token)}`

export const getSurvey = (token: string) => getUnsigned<SurveyView>(address(token))

/** The same rating sent again is harmless. */
export const rateSurvey = (token: string, score: Score, words: string) => postUnsigned<void>(address(token), { score, words })

export const sendAnswerCode = (token: string) => askForCode(`${address(token)}/code`, {})

/** The answer itself, once: what it says is not kept on the device. */
export const readAnswer = (token: string, code: string) => enterCode<Answer>(`${address(token)}/answer`, { code })
