import { vi } from 'vitest'

interface Options {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  success?: (answer: object) => void
  fail?: (error: object) => void
}

export type UniOverFetch = ReturnType<typeof uniOverFetch>

/** As much of `uni` as the code under test uses, over Node's real network; `base` is where `http://court.test` lives. */
export function uniOverFetch() {
  const storage = new Map<string, string>()
  const state = { base: '' }
  const address = (url: string) => url.replace('http://court.test', state.base)

  const ask = (o: Options, init: RequestInit, read: (answer: Response) => Promise<unknown>) => {
    fetch(address(o.url), init).then(
      async (answer) => o.success?.({ statusCode: answer.status, header: Object.fromEntries(answer.headers), data: await read(answer) }),
      () => o.fail?.({ errMsg: 'request:fail' }),
    )
  }
  const parse = async (answer: Response) => {
    const text = await answer.text()
    return text.startsWith('{') ? JSON.parse(text) : text
  }

  const uni = {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    request: (o: Options) => ask(o, { method: o.method, headers: o.header, body: o.data === undefined ? undefined : o.data instanceof ArrayBuffer ? Buffer.from(o.data) : JSON.stringify(o.data) }, parse),
    downloadFile: (o: Options) => {
      fetch(address(o.url), { headers: o.header }).then(
        async (answer) => {
          await answer.arrayBuffer()
          o.success?.({ statusCode: answer.status, tempFilePath: `blob:${o.url}` })
        },
        () => o.fail?.({ errMsg: 'downloadFile:fail' }),
      )
    },
    openDocument: vi.fn((o: Options) => o.success?.({})),
    navigateTo: vi.fn(),
    navigateBack: vi.fn(),
    redirectTo: vi.fn(),
    reLaunch: vi.fn(),
    pageScrollTo: vi.fn(),
    stopPullDownRefresh: vi.fn(),
    makePhoneCall: vi.fn(),
  }
  return {
    uni,
    state,
    clear() {
      storage.clear()
      vi.clearAllMocks()
    },
  }
}
