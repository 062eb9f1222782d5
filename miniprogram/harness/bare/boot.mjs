import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { fakeWx } from './wx.mjs'

/**
 * Runs a compiled mini-program in a bare JavaScript context: no window, document, fetch, XMLHttpRequest, AbortController or process,
 * as in WeChat's logic layer. Answers with what a test needs: `open(url)`, `load(file)`, the open pages, what was logged.
 */
export function boot(root, { loginCode, where }) {
  const app = {}
  const definitions = {}
  const modules = {}
  const pages = []
  const log = []
  let loading = ''
  let context = null
  const fake = fakeWx({ context: () => context, loginCode, navigate: open, where })

  const say = (level) => (...words) => log.push(`${level} ${words.map((word) => word?.stack ?? String(word)).join(' ')}`)
  const globals = {
    wx: fake.wx,
    global: {},
    console: { log: say('log'), warn: say('warn'), error: say('error'), info() {}, debug() {}, time() {}, timeEnd() {} },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: (options) => Object.assign(app, options),
    getApp: () => app,
    Page: (options) => (definitions[loading] = options),
    Component: (options) => ((definitions[loading] = options), loading),
    Behavior: (options) => options,
    getCurrentPages: () => pages,
    requirePlugin() {},
    __wxConfig: {},
  }
  context = vm.createContext(globals)

  function load(file) {
    const full = path.resolve(root, file.endsWith('.js') ? file : `${file}.js`)
    if (modules[full]) return modules[full].exports
    const module = (modules[full] = { exports: {} })
    const before = loading
    loading = path.relative(root, full).replace(/\.js$/, '')
    const run = vm.runInContext(`(function (require, module, exports) {${readFileSync(full, 'utf8')}\n})`, context, { filename: full })
    run((wanted) => load(wanted.startsWith('/') ? wanted.slice(1) : path.resolve(path.dirname(full), wanted)), module, module.exports)
    loading = before
    return module.exports
  }

  function open(url) {
    const [route, search = ''] = url.replace(/^\//, '').split('?')
    const query = Object.fromEntries(new URLSearchParams(search))
    load(route)
    const page = instance(route, definitions[route], query)
    pages.push(page)
    return page
  }

  load('app.js')
  app.onLaunch?.({ path: 'pages/home/index', query: {} })
  app.onShow?.({ path: 'pages/home/index', query: {} })
  return { app, load, open, pages, log, ...fake }
}

/** A page as WeChat makes one from its definition: data, `setData`, methods, then the life cycle. */
function instance(route, definition, query) {
  const page = {
    route,
    is: route,
    __route__: route,
    options: query,
    data: structuredClone(definition.data ?? {}),
    properties: {},
    setData(changes, done) {
      for (const [key, value] of Object.entries(changes)) assign(page.data, key, value)
      if (done) setTimeout(() => done.call(page), 0)
    },
    selectComponent: () => null,
    selectAllComponents: () => [],
    triggerEvent() {},
    getPageId: () => route,
    hasBehavior: () => false,
    getOpenerEventChannel: () => ({ on() {}, emit() {} }),
  }
  const methods = definition.methods ?? definition
  for (const [name, method] of Object.entries(methods)) if (typeof method === 'function') page[name] = method
  const lifetimes = { ...definition, ...definition.lifetimes }
  lifetimes.created?.call(page)
  lifetimes.attached?.call(page)
  page.onLoad?.(query)
  page.onShow?.()
  lifetimes.ready?.call(page)
  page.onReady?.()
  return page
}

/** `setData` takes paths such as `a[0].b`. */
function assign(data, key, value) {
  const steps = key.replace(/\[(\d+)\]/g, '.$1').split('.').filter(Boolean)
  const last = steps.pop()
  let at = data
  for (const step of steps) at = at[step] ??= {}
  at[last] = value
}
