import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** Below this many bytes a compressed copy saves nothing. */
const worth = 1024
const compressible = /\.(js|css|html|ttf|svg|json)$/

/** What the H5 build has beside the app: the page for a wrong address, what keeps it openable without a network, compressed copies. */
export const h5Extras = (outDir: string): Plugin => ({
  name: 'h5-extras',
  apply: 'build',
  closeBundle() {
    const file = (name: string) => path.join(outDir, name)
    writeFileSync(file('missing.html'), readFileSync('build/missing.html'))
    const assets = readdirSync(file('assets')).filter((name) => !/\.(br|gz)$/.test(name)).sort()
    const version = createHash('sha256').update(assets.join()).update(readFileSync(file('index.html'))).digest('hex').slice(0, 12)
    const worker = readFileSync('build/offline.js', 'utf8')
    writeFileSync(file('offline.js'), worker.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(['./', ...assets.map((name) => `assets/${name}`)])))
    for (const name of ['index.html', 'missing.html', ...assets.map((asset) => `assets/${asset}`)]) compress(file(name))
  },
})

function compress(file: string) {
  const bytes = readFileSync(file)
  if (!compressible.test(file) || bytes.length < worth) return
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
}
