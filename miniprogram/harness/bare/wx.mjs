import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import WebSocket from 'ws'

const screen = {
  platform: 'ios',
  system: 'iOS 17.0',
  SDKVersion: '3.6.0',
  version: '8.0.50',
  brand: 'iPhone',
  model: 'iPhone 15',
  language: 'zh_CN',
  pixelRatio: 2,
  windowWidth: 390,
  windowHeight: 760,
  screenWidth: 390,
  screenHeight: 844,
  statusBarHeight: 44,
  safeArea: { top: 44, bottom: 810, left: 0, right: 390, width: 390, height: 766 },
}
/** Of whichever world. */
const isBytes = (data) => Object.prototype.toString.call(data) === '[object ArrayBuffer]'
const launch = { path: 'pages/home/index', query: {}, scene: 1001 }

/**
 * A `wx` with WeChat's shapes over Node's real network. `context` is where answers are parsed, so that they are that world's objects.
 * `loginCode` answers `wx.login`; `navigate` opens pages; `where` sends compiled addresses to the API under test.
 */
export function fakeWx({ context, loginCode, navigate, where }) {
  const storage = new Map()
  const requests = []
  const missing = new Set()
  const sockets = []
  const later = (call, answer = {}) => setTimeout(() => call?.(answer), 0)
  const succeed = (o, answer) => {
    later(o?.success, answer)
    later(o?.complete, answer)
  }
  const parse = (text) => vm.runInContext('(text) => { try { return JSON.parse(text) } catch { return text } }', context())(text)

  function http(o, sent, read) {
    requests.push({ method: sent.method, url: o.url, authorized: Boolean(o.header?.Authorization) })
    fetch(where(o.url), sent).then(
      async (answer) => {
        const header = Object.fromEntries(answer.headers)
        const result = { statusCode: answer.status, header, errMsg: 'request:ok', ...(await read(answer)) }
        o.success?.(result)
        o.complete?.(result)
      },
      (error) => {
        o.fail?.({ errMsg: `request:fail ${error.message}` })
        o.complete?.({})
      },
    )
    return { abort() {}, onHeadersReceived() {}, offHeadersReceived() {}, onProgressUpdate() {}, offProgressUpdate() {} }
  }

  const known = {
    getSystemInfoSync: () => screen,
    getWindowInfo: () => screen,
    getDeviceInfo: () => screen,
    getAppBaseInfo: () => screen,
    getSystemSetting: () => screen,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 290, right: 380, width: 90, height: 32 }),
    canIUse: () => true,
    nextTick: (call) => setTimeout(call, 0),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    removeStorageSync: (key) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    getNetworkType: (o) => succeed(o, { networkType: 'wifi' }),
    login: (o) => succeed(o, { code: loginCode(), errMsg: 'login:ok' }),
    onNetworkStatusChange() {}, // uni-app looks for it as an own member
    stopPullDownRefresh: (o) => succeed(o),
    requestSubscribeMessage: (o) => succeed(o, { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(o.tmplIds.map((id) => [id, 'accept'])) }),
    setNavigationBarTitle: (o) => succeed(o),
    navigateTo: (o) => succeed(o, navigate(o.url)),
    redirectTo: (o) => succeed(o, navigate(o.url)),
    getRandomValues: ({ length, success }) => later(success, { randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
    request: (o) =>
      http(o, { method: o.method, headers: o.header, body: isBytes(o.data) || typeof o.data !== 'object' ? o.data : JSON.stringify(o.data) }, async (answer) => ({ data: parse(await answer.text()) })),
    getFileSystemManager: () => ({ readFile: (o) => succeed(o, { data: new Uint8Array(readFileSync(o.filePath).subarray(o.position, o.position + o.length)).buffer }) }),
    connectSocket: (o) => {
      const ws = new WebSocket(where(o.url), { headers: o.header })
      sockets.push(ws)
      succeed(o, { errMsg: 'connectSocket:ok' })
      return {
        send: (m) => ws.send(m.data, (error) => (error ? m.fail?.({ errMsg: error.message }) : m.success?.({}))),
        close: ({ code, reason }) => ws.close(code, reason),
        onOpen: (call) => ws.on('open', () => call({})),
        onMessage: (call) => ws.on('message', (data, binary) => call({ data: binary ? data.buffer : data.toString() })),
        onError: (call) => ws.on('error', (error) => call({ errMsg: error.message })),
        onClose: (call) => ws.on('close', (code, reason) => call({ code, reason: reason.toString() })),
      }
    },
    createSelectorQuery() {
      const query = {}
      for (const step of ['in', 'select', 'selectAll', 'selectViewport', 'boundingClientRect', 'scrollOffset', 'fields', 'node']) query[step] = () => query
      query.exec = (call) => later(call, [null])
      return query
    },
  }

  const wx = new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name !== 'string') return target[name]
      if (/^(on|off)[A-Z]/.test(name)) return () => {}
      missing.add(name)
      return undefined
    },
  })
  return { wx, requests, sockets, storage, missing }
}
