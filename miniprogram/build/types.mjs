// Writes api/schema.ts from the copy of the API's description: npm run types
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
export const description = () => JSON.parse(readFileSync(path.join(here, '../api/openapi.json'), 'utf8'))
export const target = path.join(here, '../api/schema.ts')

const refName = (ref) => ref.split('/').at(-1)

/** A JSON schema as a TypeScript type. */
function typeOf(schema, depth) {
  if (schema === undefined || schema === true) return 'unknown'
  if (schema.$ref) return refName(schema.$ref)
  const one = schema.oneOf ?? schema.anyOf
  if (one) return [...new Set(one.map((part) => typeOf(part, depth)))].join(' | ')
  if (schema.enum) return schema.enum.map((value) => (value === null ? 'null' : `'${value}'`)).join(' | ')
  const types = [schema.type].flat()
  return types.map((type) => plainType(type, schema, depth)).join(' | ')
}

function plainType(type, schema, depth) {
  if (type === 'string' && types(schema).includes('integer')) return '' // numbers that may come as text never do
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'array') {
    const item = typeOf(schema.items, depth)
    return / \| /.test(item) ? `(${item})[]` : `${item}[]`
  }
  if (type === 'object') return schema.properties ? members(schema, depth + 1) : `Record<string, ${typeOf(schema.additionalProperties ?? true, depth)}>`
  return type ?? 'unknown'
}

const types = (schema) => [schema.type].flat()

/** Classes say nothing of what is always there: it is all of it. */
function members({ properties, required = Object.keys(properties) }, depth = 1) {
  const space = '  '.repeat(depth)
  const lines = Object.entries(properties).map(([name, schema]) => `${space}${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema, depth).replace(/^ \| | \| $/g, '')}`)
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth - 1)}}`
}

export function typesFrom({ components }) {
  const declared = Object.entries(components.schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => (schema.properties ? `export interface ${name} ${members(schema)}` : `export type ${name} = ${typeOf(schema, 0)}`))
  return `// Made from api/openapi.json by \`npm run types\`; not to be changed by hand.\n\n${declared.join('\n\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, typesFrom(description()))
