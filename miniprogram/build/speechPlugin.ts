import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** 微信同声传译. A mini-program may only name plugins that its account has added, so only a build that says so names it. */
const provider = 'wx069ba97219f66d99'

export const speechPlugin = (outDir: string, version: string): Plugin => ({
  name: 'wechat-speech',
  apply: 'build',
  closeBundle() {
    const file = path.join(outDir, 'app.json')
    const app = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...app, plugins: { ...app.plugins, WechatSI: { version, provider } } }, null, 2))
  },
})
