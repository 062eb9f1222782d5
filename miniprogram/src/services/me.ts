import { deviceKey } from '@/session/deviceKey'
import { del, get, post, postSignedFrom } from './request'

/** Name and phone come masked (`陈*华`, `138****5620`). */
export interface Me {
  id: string
  name: string | null
  phone: string | null
  phoneBound: boolean
  verified: boolean
}

export interface SignedInDevice {
  id: string
  device: string
  createdAt: string
  lastUsedAt: string
  current: boolean
}

export const getMe = () => get<Me>('/me')
export const bindPhone = async (how: { phone: string; code: string } | { wechatPhoneCode: string }) => postSignedFrom<Me>(await deviceKey(), '/me/phone', how)
export const confirmRealName = (name: string, idNumber: string) => post<Me>('/me/real-name', { name, idNumber })
export const listDevices = async () => (await get<{ items: SignedInDevice[] }>('/me/sessions')).items
export const signOutDevice = (id: string) => del(`/me/sessions/${id}`)
