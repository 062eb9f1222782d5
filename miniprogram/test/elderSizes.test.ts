import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** On the ordinary home only: elder mode has a home of its own. */
const notInElderMode = ['.hero-kind', '.tile', '.tile-sub']
const least = 20

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? files(join(folder, one.name)) : /\.(css|vue)$/.test(one.name) ? [join(folder, one.name)] : []))

test('In elder mode no letters are smaller than 20 px', () => {
  const css = files('src').map((file) => readFileSync(file, 'utf8')).join('\n').replace(/\/\*[^]*?\*\//g, '')
  const rules = [...css.matchAll(/(?:^|[{}\s])([.\w][^{}@;<>]*)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => {
    const size = /(?<![-\w])font(?:-size)?:[^;]*?\b(\d+(?:\.\d+)?)px/.exec(body)?.[1]
    return size ? selectors.split(',').map((one) => ({ selector: one.trim(), size: Number(size) })) : []
  })
  expect(rules.length).toBeGreaterThan(10)
  const larger = new Set(rules.filter(({ selector, size }) => selector.startsWith('.elder ') && size >= least).map(({ selector }) => selector.slice(7)))
  const small = rules.filter(({ selector, size }) => size < least && !notInElderMode.includes(selector) && !larger.has(selector))
  expect(small).toEqual([])
  const own = /\.elder \{[^}]*\}/.exec(css)![0]
  expect([...own.matchAll(/--mp-fs-\w+: calc\((\d+)px/g)].filter(([, size]) => Number(size) < least)).toEqual([])
})
