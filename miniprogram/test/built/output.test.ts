import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const apiBase = process.env.API_BASE ?? 'http://127.0.0.1:5081'
/** Names of XML vocabularies, not addresses that anything is fetched from. */
const vocabularies = ['http://www.w3.org/']
const allowed = (found: string) => [apiBase, ...vocabularies].some((start) => found.startsWith(start))

function outsideAddresses(root: string): string[] {
  if (!existsSync(root)) throw new Error(`${root} is missing: run \`npm run build:h5\` and \`npm run build:mp-weixin\` first`)
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !/\.(ttf|png|br|gz)$/.test(entry.name))
  return files.flatMap((entry) => {
    const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8')
    const found = text.match(/(?:https?|wss?):\/\/[\w.-]+[\w./:-]*/g) ?? []
    return found.filter((address) => !allowed(address)).map((address) => `${entry.name}: ${address}`)
  })
}

test('No file of the H5 build names an outside address', () => expect(outsideAddresses('dist/build/h5')).toEqual([]))
test('No file of the mini-program names an outside address', () => expect(outsideAddresses('dist/build/mp-weixin')).toEqual([]))

test('The mini-program fits into WeChat’s main package of 2 MB', () => {
  const files = readdirSync('dist/build/mp-weixin', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.reduce((sum, entry) => sum + readFileSync(path.join(entry.parentPath, entry.name)).length, 0)
  expect(bytes).toBeLessThan(2 * 1024 * 1024)
})

test('The lock file names no registry', () => expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved":\s*"http/))
