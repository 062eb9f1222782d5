import { description } from '../../build/types.mjs'

const api = description()
const root = '/api/v1'

/** The described call behind a method and a path: `/work-orders/{id}` for any id; what is written out goes before what stands for anything. */
const calls = Object.entries(api.paths)
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, call]) => ({ method: method.toUpperCase(), path: path.slice(root.length), call })))
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
  .map((one) => ({ ...one, pattern: new RegExp(`^${one.path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }))

/** Throws where the fake court answers otherwise than the API says that it does. */
export function checkAnswer(method, path, status, body) {
  const described = calls.find((one) => one.method === method && one.pattern.test(path))
  if (!described) throw new Error(`the API has no ${method} ${path}`)
  const answer = described.call.responses[status]
  if (!answer) throw new Error(`${method} ${described.path} never answers ${status}`)
  const schema = answer.content?.['application/json']?.schema
  if (!schema) return
  const wrong = faults(schema, JSON.parse(JSON.stringify(body ?? null)), '')
  if (wrong.length > 0) throw new Error(`${method} ${described.path} ${status}: ${wrong.slice(0, 5).join('; ')}`)
}

const resolve = (schema) => (schema.$ref ? api.components.schemas[schema.$ref.split('/').at(-1)] : schema)

/** What is wrong with a value, place by place. What a schema does not name is wrong too: the real court would not say it. */
function faults(given, value, at) {
  const schema = resolve(given)
  const one = schema.oneOf ?? schema.anyOf
  if (one) {
    const each = one.map((part) => faults(part, value, at))
    return each.some((list) => list.length === 0) ? [] : each.at(-1)
  }
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${at} is ${JSON.stringify(value)}`]
  const types = [schema.type ?? []].flat()
  if (types.length > 0 && !types.includes(typeOf(value)) && !(typeOf(value) === 'integer' && types.includes('number'))) return [`${at} is ${typeOf(value)}, not ${types.join(' or ')}`]
  if (Array.isArray(value)) return value.flatMap((item, nth) => faults(schema.items ?? {}, item, `${at}[${nth}]`))
  if (typeOf(value) !== 'object' || !schema.properties) return []
  return [
    ...(schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`),
    ...Object.keys(value).filter((name) => !(name in schema.properties)).map((name) => `${at}.${name} is unknown`),
    ...Object.entries(schema.properties).flatMap(([name, part]) => (name in value ? faults(part, value[name], `${at}.${name}`) : [])),
  ]
}

function typeOf(value) {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}
