// Runs inside Chromium: WeChat's component framework (glass-easel) hosting the compiled mini-program.
import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { json, modules, templates } from 'miniprogram'
import { browserWx } from './wx.mjs'

/** The framework's own `Component` and `Page` for the file that is being loaded. */
let define = { Component() {}, Page() {} }
const app = {}
const stack = []
const loaded = {}

const env = new MiniProgramEnv()
const space = env.createCodeSpace('', true)
// uni-app adds its handlers to each instance while it runs, as WeChat allows
space.getComponentSpace().updateComponentOptions({ useMethodCallerListeners: true })
const backend = env.associateBackend(touchable())

const pages = {
  push(url) {
    leave(stack.at(-1), 'onHide')
    open(url)
  },
  replace(url) {
    close(stack.pop())
    open(url)
  },
  restart(url) {
    while (stack.length > 0) close(stack.pop())
    open(url)
  },
  pop() {
    close(stack.pop())
    const { page, host } = stack.at(-1)
    host.style.display = ''
    page.onShow?.()
  },
}

Object.assign(globalThis, {
  global: {},
  wx: browserWx(window.routes, pages),
  App: (options) => Object.assign(app, options),
  getApp: () => app,
  getCurrentPages: () => stack.map(({ page }) => page),
  Component: (options) => define.Component(options),
  Page: (options) => define.Page(options),
  Behavior: (options) => options,
})

giveEventsTheirOwnDetail()
defineComponents()
app.onLaunch?.({ path: 'pages/home/index', query: {} })
app.onShow?.({})
open('/pages/home/index')
window.openOnly = pages.restart // for the walk over all pages

function load(file) {
  const name = file.endsWith('.js') ? file : `${file}.js`
  if (loaded[name]) return loaded[name].exports
  const module = (loaded[name] = { exports: {} })
  modules[name].call(undefined, (wanted) => load(resolve(name, wanted)), module, module.exports)
  return module.exports
}

/** `../a` as written in `from`, as a path from the root of the mini-program. */
function resolve(from, wanted) {
  const parts = wanted.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of wanted.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function defineComponents() {
  const names = Object.keys(json).filter((name) => templates[name])
  for (const name of names) {
    const used = Object.entries(json[name].usingComponents ?? {}).map(([tag, file]) => [tag, `/${resolve(name, file)}`])
    space.addComponentStaticConfig(name, { styleIsolation: 'shared', component: Boolean(json[name].component), usingComponents: Object.fromEntries(used) })
    space.addCompiledTemplate(name, { groupList: templates, content: templates[name] })
  }
  load('app.js')
  const wrapped = { Component: globalThis.Component, Page: globalThis.Page } // uni-app puts its own in front while app.js runs
  for (const name of names) {
    space.globalComponentEnv(globalThis, name, () => {
      define = { Component: globalThis.Component, Page: globalThis.Page }
      Object.assign(globalThis, wrapped)
      load(name)
    })
  }
}

function open(url) {
  const [route, search = ''] = url.replace(/^\//, '').split('?')
  const root = backend.createRoot('div', space, `/${route}`)
  const place = document.createElement('div')
  const host = document.createElement('div')
  host.append(place)
  document.body.append(host)
  root.attach(host, place)
  const component = root.getComponent()
  const page = component.getMethodCaller?.() ?? component
  stack.push({ page, host, root })
  page.onLoad?.(Object.fromEntries(new URLSearchParams(search)))
  page.onShow?.()
  page.onReady?.()
}

function leave({ page, host }, how) {
  page[how]?.()
  host.style.display = 'none'
}

function close(entry) {
  leave(entry, 'onUnload')
  entry.root.release?.()
  entry.host.remove()
}

/** The browser's window as a backend that hands its touches to the framework. */
function touchable() {
  const context = new glassEasel.CurrentWindowBackendContext()
  context.onEvent((target, type, detail, options) => {
    // WeChat's inputs say what stands in them
    const told = type === 'input' ? { value: options.originalEvent.target.value } : detail
    const event = new glassEasel.Event(type, told, options)
    glassEasel.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  return context
}

/** uni-app asks `hasOwnProperty('detail')`, true in WeChat; the framework keeps it on a prototype. */
function giveEventsTheirOwnDetail() {
  const { prototype } = glassEasel.Event
  const wrap = prototype.wrapShadowedEvent
  prototype.wrapShadowedEvent = function (...places) {
    const event = wrap.apply(this, places)
    Object.defineProperty(event, 'detail', { value: this.detail, writable: true, enumerable: true })
    return event
  }
}
