import { deviceKey } from '@/session/deviceKey'
import { del, get, post, postSignedFrom } from './request'
import type { DeviceList, MeView } from '../../api/schema'

/** Name and phone come masked (`陈*华`, `138****5620`). */
export type { DeviceRow as SignedInDevice, MeView as Me } from '../../api/schema'

export const getMe = () => get<MeView>('/me')
export const bindPhone = async (how: { phone: string; code: string } | { wechatPhoneCode: string }) => postSignedFrom<MeView>(await deviceKey(), '/me/phone', how)
export const confirmRealName = (name: string, idNumber: string) => post<MeView>('/me/real-name', { name, idNumber })
export const listDevices = async () => (await get<DeviceList>('/me/sessions')).items
export const signOutDevice = (id: string) => del(`/me/sessions/${id}`)
