import { readFileSync } from 'node:fs'
import uniPlugin from '@dcloudio/vite-plugin-uni'
import { defineConfig, type Plugin } from 'vite'
import { h5Extras } from './build/h5Extras'
import { speechPlugin } from './build/speechPlugin'

// A CommonJS default export: under "type": "module" it may arrive wrapped
const uni = ((uniPlugin as unknown as { default?: typeof uniPlugin }).default ?? uniPlugin) as typeof uniPlugin
const isWeChat = process.env.UNI_PLATFORM === 'mp-weixin'

/** In H5 the API host serves this build itself; a mini-program needs the whole address. */
const apiBase = isWeChat ? (process.env.API_BASE ?? 'http://127.0.0.1:5081') : ''

const iconFont = () => readFileSync('node_modules/wot-design-uni/components/wd-icon/wd-icons.ttf').toString('base64')
const inlineIconFont = () => `src:url(data:font/ttf;base64,${iconFont()}) format("truetype");`

/** Libraries' error texts point to their manuals; no output names an outside address. */
const manuals = /https:\/\/(vuejs\.org\/error-reference|learn\.microsoft\.com|aka\.ms|uniapp\.dcloud\.net\.cn)[\w./#-]*/g

/** No page may need the open internet: in WeChat wot's icon font goes inline, in H5 it is a file of its own; uni-h5's header shadows from a CDN go. */
const noOutsideAssets = (): Plugin => ({
  name: 'no-outside-assets',
  enforce: 'pre',
  transform(code, id) {
    if (!/wd-icon[\\/](index\.scss|wd-icon\.vue)/.test(id) || !code.includes('at.alicdn.com')) return
    if (!isWeChat) return code.replace(/@font-face\s*\{[^}]*at\.alicdn\.com[^}]*\}/g, '') // the rule behind it names the file
    return code.replace(/src:\s*url\('https:\/\/at\.alicdn\.com[^;]*;/g, inlineIconFont)
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(manuals, '')
        if (file.type !== 'asset' || !/\.(css|wxss)$/.test(file.fileName)) continue
        file.source = String(file.source)
          .replace(/url\(["']?https:\/\/cdn\.dcloud\.net\.cn[^)]*\)/g, 'none')
          .replace(/src:\s*url\(["']?https:\/\/at\.alicdn\.com[^;}]*;?/g, inlineIconFont)
      }
    },
  },
})

export default defineConfig({
  plugins: [uni(), noOutsideAssets(), ...(isWeChat ? [] : [h5Extras('dist/build/h5')]), ...(isWeChat && process.env.WECHAT_SPEECH ? [speechPlugin('dist/build/mp-weixin', process.env.WECHAT_SPEECH)] : [])],
  define: { API_BASE: JSON.stringify(apiBase), WECHAT_SPEECH: JSON.stringify(Boolean(process.env.WECHAT_SPEECH)) },
})
