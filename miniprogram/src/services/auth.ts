import { askForCode, enterCode } from './codes'
import { post, postUnsigned } from './request'
import type { Tokens } from '../../api/schema'

/** Lifetimes in seconds. The refresh token may be used once. */
export type { Tokens } from '../../api/schema'

export const signInByWeChat = (code: string) => postUnsigned<Tokens>('/auth/wechat', { code })
export const sendSmsCode = (phone: string) => askForCode('/auth/sms-code', { phone })
export const signInBySms = (phone: string, code: string) => enterCode<Tokens>('/auth/sms', { phone, code })
export const refresh = (refreshToken: string) => postUnsigned<Tokens>('/auth/refresh', { refreshToken })
export const signOut = () => post<void>('/auth/sign-out')
