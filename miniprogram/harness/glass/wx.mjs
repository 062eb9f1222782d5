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
  windowHeight: 800,
  screenWidth: 390,
  screenHeight: 844,
  statusBarHeight: 0,
  safeArea: { top: 0, bottom: 844, left: 0, right: 390, width: 390, height: 844 },
}
const picture = new Uint8Array([0xff, 0xd8, 0xff, ...new Array(1997).fill(0)])
const isBytes = (data) => Object.prototype.toString.call(data) === '[object ArrayBuffer]'
const launch = { path: 'pages/home/index', query: {}, scene: 1001 }

/** A `wx` over the browser's network. `routes` says where calls go and what `wx.login` and the album answer; `pages` moves. */
export function browserWx(routes, pages) {
  const storage = new Map()
  const succeed = (o, answer = {}) =>
    setTimeout(() => {
      o?.success?.(answer)
      o?.complete?.(answer)
    })
  const where = (url) => url.replace(routes.compiled, routes.api).replace(routes.compiled.replace('http', 'ws'), routes.api.replace('http', 'ws'))

  function http(o, sent, read) {
    fetch(where(o.url), sent).then(
      async (answer) => {
        const result = { statusCode: answer.status, header: Object.fromEntries(answer.headers), data: await read(answer) }
        o.success?.(result)
        o.complete?.(result)
      },
      (error) => {
        o.fail?.({ errMsg: `request:fail ${error}` })
        o.complete?.({})
      },
    )
    return { abort() {}, onProgressUpdate: (call) => setTimeout(() => call({ progress: 100 })), onHeadersReceived() {} }
  }

  const known = {
    getSystemInfoSync: () => screen,
    getWindowInfo: () => screen,
    getDeviceInfo: () => screen,
    getAppBaseInfo: () => screen,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({ top: 0, height: 32 }),
    canIUse: () => true,
    nextTick: (call) => setTimeout(call),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    removeStorageSync: (key) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getNetworkType: (o) => succeed(o, { networkType: 'wifi' }),
    login: (o) => succeed(o, { code: routes.loginCode }),
    chooseImage: (o) => succeed(o, { tempFilePaths: ['wxfile://tmp_1.jpg'], tempFiles: [{ path: 'wxfile://tmp_1.jpg', size: picture.length }] }),
    navigateTo: (o) => succeed(o, pages.push(o.url)),
    redirectTo: (o) => succeed(o, pages.replace(o.url)),
    reLaunch: (o) => succeed(o, pages.restart(o.url)),
    navigateBack: (o) => succeed(o, pages.pop()),
    onNetworkStatusChange() {}, // uni-app looks for it as an own member
    stopPullDownRefresh: (o) => succeed(o),
    requestSubscribeMessage: (o) => succeed(o, { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(o.tmplIds.map((id) => [id, 'accept'])) }),
    request: (o) =>
      http(o, { method: o.method, headers: o.header, body: isBytes(o.data) || typeof o.data !== 'object' ? o.data : JSON.stringify(o.data) }, async (answer) => {
        const text = await answer.text()
        try {
          return JSON.parse(text)
        } catch {
          return text
        }
      }),
    getFileSystemManager: () => ({ readFile: (o) => succeed(o, { data: picture.slice(o.position, o.position + o.length).buffer }) }),
    connectSocket: (o) => {
      const url = new URL(where(o.url)) // a browser cannot set the header that WeChat sends
      url.searchParams.set('access_token', o.header.Authorization.replace('Bearer ', ''))
      const ws = new WebSocket(url)
      setTimeout(() => o.complete?.({}))
      return {
        send: (m) => ws.send(m.data),
        close: () => ws.close(),
        onOpen: (call) => (ws.onopen = call),
        onMessage: (call) => (ws.onmessage = ({ data }) => call({ data })),
        onError: (call) => (ws.onerror = () => call({ errMsg: 'socket failed' })),
        onClose: (call) => (ws.onclose = call),
      }
    },
    createSelectorQuery() {
      const query = {}
      for (const step of ['in', 'select', 'selectAll', 'selectViewport', 'boundingClientRect', 'scrollOffset', 'fields', 'node']) query[step] = () => query
      query.exec = (call) => setTimeout(() => call?.([{ width: 300, height: 40, top: 0, left: 0 }]))
      return query
    },
  }
  return new Proxy(known, {
    get: (target, name) => (name in target || typeof name !== 'string' ? target[name] : /^(on|off)[A-Z]/.test(name) ? () => {} : undefined),
  })
}
