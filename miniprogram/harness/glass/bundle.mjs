import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'

const require = createRequire(import.meta.url)
const { TmplGroup } = require('glass-easel-template-compiler')
const here = path.dirname(fileURLToPath(import.meta.url))

/** What WeChat hides from a mini-program's code: these names must be undefined inside it. */
const hidden = ['window', 'document', 'XMLHttpRequest', 'fetch', 'WebSocket', 'self', 'navigator', 'location', 'localStorage', 'AbortController']

/** Puts a compiled mini-program and WeChat's component framework into one page: `outDir/index.html`. */
export async function bundle(root, outDir) {
  const files = readdirSync(root, { recursive: true }).filter((file) => /\.(js|json|wxml|wxs|wxss)$/.test(file))
  const text = (file) => readFileSync(path.join(root, file), 'utf8')
  const ending = (end) => files.filter((file) => file.endsWith(end))
  const bare = (file, end) => file.slice(0, -end.length)

  const templates = new TmplGroup()
  for (const file of ending('.wxs')) templates.addScript(bare(file, '.wxs'), text(file))
  for (const file of ending('.wxml')) templates.addTmpl(bare(file, '.wxml'), spelledOut(text(file)))
  const modules = ending('.js').map((file) => `${JSON.stringify(file)}: function (require, module, exports, ${hidden.join(', ')}) {${text(file)}\n}`)
  const json = Object.fromEntries(ending('.json').map((file) => [bare(file, '.json'), JSON.parse(text(file))]))

  mkdirSync(outDir, { recursive: true })
  const miniprogram = path.join(outDir, 'miniprogram.js')
  writeFileSync(
    miniprogram,
    `export const templates = (() => { return ${templates.getTmplGenObjectGroups()} })()\n` +
      `export const modules = {${modules.join(',\n')}}\n` +
      `export const json = ${JSON.stringify(json)}\n`,
  )
  await esbuild.build({
    entryPoints: [path.join(here, 'entry.mjs')],
    alias: { miniprogram },
    nodePaths: [path.resolve(here, '../../node_modules')],
    outfile: path.join(outDir, 'main.js'),
    bundle: true,
    format: 'iife',
    logLevel: 'error',
  })
  writeFileSync(path.join(outDir, 'index.html'), html(ending('.wxss').map(text).join('\n')))
}

/** The framework knows `bind:tap`; WeChat's tools also take `bindtap`, which uni-app writes. */
const spelledOut = (wxml) => wxml.replace(/\s(bind|catch)(?=[a-zA-Z])/g, ' $1:')

/** WXSS is CSS but for `page`, `rpx` and `:host`; WeChat's own elements are blocks. */
function html(wxss) {
  const css = wxss
    .replace(/@import[^;]+;/g, '')
    .replace(/(-?[\d.]+)rpx/g, (_, n) => `calc(${n} * 100vw / 750)`)
    .replace(/(^|[},\s])page(?=[\s,{])/g, '$1body')
    .replace(/:host/g, '.__host')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>
* { box-sizing: border-box } body { margin: 0 } view, scroll-view { display: block }
button { border: 0; font: inherit } input, textarea { border: 0; outline: 0; width: 100%; font: inherit; background: none }
${css}</style><body><script src="main.js"></script>`
}
