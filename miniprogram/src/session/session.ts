import { computed, ref } from 'vue'
import { isWeChat } from '@/platform'
import { refresh, signInByWeChat, type Tokens } from '@/services/auth'
import type { Me } from '@/services/me'
import { Refused } from '@/services/refused'
import { signWith } from '@/services/request'
import { read, remove, write } from '@/storage'
import { consented, consentHolds } from './consent'
import { oneTabAtATime } from './oneTabAtATime'
import { carryOver, disown, forgetNobodys, lookAgain, own, owner } from './owner'

interface Stored {
  accessToken: string
  /** Milliseconds by this device's clock, measured from the moment the token came. */
  accessUntil: number
  refreshToken: string
  me: Me
}

const key = 'session'
/** Set when the person signed out in WeChat, so that the next call does not silently sign in again. */
const outKey = 'signed-out'
const stored = ref<Stored | null>(read<Stored>(key))
const out = ref(read<boolean>(outKey) ?? false)
let renewal: Promise<string | null> | null = null
let silentSignIn: Promise<string | null> | null = null

export const signedIn = computed(() => stored.value !== null)
export const me = computed(() => stored.value?.me ?? null)
/** Whether a call will be signed: in WeChat who has agreed is signed in silently, unless the person has signed out. */
export const mayAsk = computed(() => signedIn.value || (isWeChat && consented.value && !out.value))

export function accept(tokens: Tokens): string {
  keep({
    accessToken: tokens.accessToken,
    accessUntil: Date.now() + tokens.expiresIn * 1000,
    refreshToken: tokens.refreshToken,
    me: tokens.me,
  })
  return tokens.accessToken
}

export function acceptMe(me: Me) {
  if (!stored.value) return
  if (stored.value.me.id !== me.id) carryOver(stored.value.me.id, me.id)
  keep({ ...stored.value, me })
}

/** The session is over. What was written stays for its person. */
export function forget() {
  stored.value = null
  remove(key)
}

export function stayOut() {
  forget()
  disown()
  out.value = true
  write(outKey, true)
}

/** Signs in by WeChat because the person asked for it. */
export async function comeIn() {
  out.value = false
  remove(outKey)
  await signInSilently()
}

/** The token to sign a call with, or null when nobody is signed in. In WeChat who has agreed is signed in silently. */
export async function accessToken(): Promise<string | null> {
  if (stored.value) return stored.value.accessToken
  return mayAsk.value ? signInSilently() : null
}

/** As `accessToken`, but one that will live for another minute: a connection is checked only once. */
export async function lastingAccessToken(): Promise<string | null> {
  const token = await accessToken()
  const session = stored.value
  return session && session.accessUntil - Date.now() < 60_000 ? renew(session.accessToken) : token
}

/** Exchanges the refresh token; many callers share one exchange, for a second use would revoke the session. */
export function renew(rejected: string): Promise<string | null> {
  renewal ??= oneTabAtATime('session-renewal', () => exchange(rejected)).finally(() => (renewal = null))
  return renewal
}

async function exchange(rejected: string): Promise<string | null> {
  const latest = read<Stored>(key)
  if (!latest) {
    stored.value = null
    return accessToken()
  }
  if (latest.accessToken !== rejected) {
    stored.value = latest // another tab, or an earlier call, has renewed it
    return latest.accessToken
  }
  try {
    return accept(await refresh(latest.refreshToken))
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error
    forget()
    return accessToken()
  }
}

function signInSilently(): Promise<string | null> {
  silentSignIn ??= consentHolds()
    .then((holds) => (holds ? weChatCode().then(signInByWeChat).then(accept) : null))
    .finally(() => (silentSignIn = null))
  return silentSignIn
}

function weChatCode(): Promise<string> {
  return new Promise((resolve, reject) =>
    uni.login({
      provider: 'weixin',
      success: ({ code }) => resolve(code),
      fail: () => reject(new Refused('wechat.login_failed', '微信没有让我们登录。请退出小程序，再进来一次')),
    }),
  )
}

function keep(session: Stored) {
  stored.value = session
  own(session.me.id)
  write(key, session)
}

/** Signs every call, and follows another tab that signed in or out; `changed` is called when it was somebody else. */
export function startSession(changed: () => void = () => {}) {
  signWith({ current: accessToken, renew })
  forgetNobodys()
  if (isWeChat) return
  window.addEventListener('storage', () => {
    const before = owner.value
    stored.value = read<Stored>(key)
    lookAgain()
    if (before && owner.value && owner.value !== before) changed()
  })
}
