import { online } from '@/network'
import { answerLost, Refused, refusedBy, unreachable, withoutId } from './refused'

/** Who signs the calls: the session. `renew` is told which token was turned down and answers with a new one or null. */
export interface TokenSource {
  current(): Promise<string | null>
  renew(rejected: string): Promise<string | null>
}

type Method = 'GET' | 'POST' | 'DELETE'
type Header = Record<string, string>
type Query = Record<string, string | number | null | undefined>

const apiRoot = `${API_BASE}/api/v1`
const timeout = 20_000
/** Of who came by the link of an SMS or an e-mail; null for everybody else. */
let visit: () => string | null = () => null
let tokens: TokenSource = { current: async () => null, renew: async () => null }

export function signWith(source: TokenSource) {
  tokens = source
}

export function visitWith(source: () => string | null) {
  visit = source
}

export const get = <T>(path: string, query: Query = {}) => signed((token) => send<T>('GET', path + queryText(query), undefined, token))
export const post = <T>(path: string, body?: object) => signed((token) => send<T>('POST', path, body, token))
export const del = (path: string, header: Header = {}) => signed((token) => sendAs<void>('DELETE', path, undefined, { ...authorization(token), ...header }))

/** For what anybody may see: carries no token. */
export const getUnsigned = <T>(path: string) => send<T>('GET', path, undefined, null)

/** For signing in, renewing and what anybody may do: carries no token and is never renewed. */
export const postUnsigned = <T>(path: string, body: object) => send<T>('POST', path, body, null)

/** The same from a device that says which one it is: codes are counted by it, and hold on it alone. */
export const postFrom = <T>(device: string, path: string, body: object) => sendAs<T>('POST', path, body, { 'Device-Key': device })
/** And by who is signed in. */
export const postSignedFrom = <T>(device: string, path: string, body: object) =>
  signed((token) => sendAs<T>('POST', path, body, { ...authorization(token), 'Device-Key': device }))

/** Bytes as they are, which change something at the court; their answer is in headers that nobody needs. */
export const postBytes = (path: string, bytes: Uint8Array | undefined, header: Header) =>
  signed((token) => sendAs<void>('POST', path, bytes && exactly(bytes), { ...authorization(token), ...header }))

/** Fetches a file of mine and answers with a temporary path that the platform can open. */
export const download = (path: string) => signed((token) => fetchFile(path, authorization(token)))

/** Of what a player fetches by itself: the path carries its own right. */
export const mediaAddress = (path: string) => apiRoot + path

/** For what a visit reaches too: it goes before the session. */
export const getAsReader = <T>(path: string, query: Query = {}) => asReader((who) => sendAs<T>('GET', path + queryText(query), undefined, who))
export const postAsReader = <T>(path: string, body?: object) => asReader((who) => sendAs<T>('POST', path, body, who))
export const downloadAsReader = (path: string) => asReader((who) => fetchFile(path, who))

function asReader<T>(attempt: (who: Header) => Promise<T>): Promise<T> {
  const token = visit()
  return token === null ? signed((session) => attempt(authorization(session))) : attempt({ 'Document-Visit': token })
}

async function signed<T>(attempt: (token: string | null) => Promise<T>): Promise<T> {
  const token = await tokens.current()
  try {
    return await attempt(token)
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401 || token === null) throw error
    const renewed = await tokens.renew(token)
    if (renewed === null) throw error
    return attempt(renewed)
  }
}

const send = <T>(method: Method, path: string, body: object | undefined, token: string | null) => sendAs<T>(method, path, body, authorization(token))

function sendAs<T>(method: Method, path: string, body: object | ArrayBuffer | undefined, who: Header): Promise<T> {
  if (/\/(\?|$)/.test(path)) return Promise.reject(withoutId())
  const left = method !== 'GET' && online.value
  return new Promise((resolve, reject) => {
    uni.request({
      url: apiRoot + path,
      method,
      data: body,
      timeout,
      header: { 'Content-Type': 'application/json', ...who },
      success: ({ statusCode, data, header }) => {
        if (statusCode >= 200 && statusCode < 300) resolve(data as T)
        else reject(refused(statusCode, data, header))
      },
      fail: () => reject(left ? answerLost() : unreachable(online.value, method !== 'GET')),
    })
  })
}

function fetchFile(path: string, who: Header): Promise<string> {
  return new Promise((resolve, reject) => {
    uni.downloadFile({
      url: apiRoot + path,
      header: who,
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode >= 200 && statusCode < 300) resolve(tempFilePath)
        else reject(refused(statusCode, null))
      },
      fail: () => reject(unreachable(online.value)),
    })
  })
}

/** WeChat sends the whole buffer that a view looks into. */
const exactly = (bytes: Uint8Array) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer

const authorization = (token: string | null): Header => (token === null ? {} : { Authorization: `Bearer ${token}` })

function refused(status: number, body: unknown, header: Record<string, string> = {}) {
  const entry = Object.entries(header).find(([name]) => name.toLowerCase() === 'retry-after')
  const seconds = entry ? Number(entry[1]) : NaN
  return refusedBy(status, body, Number.isFinite(seconds) ? seconds : null)
}

function queryText(query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  if (pairs.length === 0) return ''
  return '?' + pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
}
