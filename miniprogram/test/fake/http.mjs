/** Refuses a call the way the API does: a status, a stable code, a sentence. */
export class Problem extends Error {
  constructor(status, code, title, headers = {}) {
    super(code)
    Object.assign(this, { status, code, title, headers })
  }
}

export function send(response, status, body, headers = {}) {
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, { ...(text ? { 'Content-Type': 'application/json; charset=utf-8' } : {}), ...headers })
  response.end(text)
}

export function sendProblem(response, { status, code, title, headers }) {
  const body = { type: `urn:problem:${code}`, title, status, code, errorNumber: 'K7-2081' }
  response.writeHead(status, { 'Content-Type': 'application/problem+json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}

export async function readBody(request, limit = 25 * 1024 * 1024) {
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limit) throw new Problem(413, 'request.too_large', '发来的内容太大了')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function parseJson(buffer) {
  if (buffer.length === 0) return {}
  try {
    return JSON.parse(buffer.toString('utf8'))
  } catch {
    throw new Problem(400, 'request.invalid', '发来的内容读不懂')
  }
}

/** Reads multipart/form-data: `{ fields, file: { name, bytes } | null }`. */
export function parseMultipart(buffer, contentType) {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType ?? '')?.[1]
  if (!boundary) throw new Problem(415, 'request.content_type', '文件要按表单发送')
  const fields = {}
  let file = null
  for (const part of split(buffer, Buffer.from(`--${boundary}`))) {
    const end = part.indexOf('\r\n\r\n')
    if (end < 0) continue
    const head = part.subarray(0, end).toString('utf8')
    const bytes = part.subarray(end + 4, part.length - 2)
    const name = /name="([^"]*)"/.exec(head)?.[1]
    const fileName = /filename="([^"]*)"/.exec(head)?.[1]
    if (fileName !== undefined) file = { part: name, name: fileName, bytes: Buffer.from(bytes) }
    else if (name) fields[name] = bytes.toString('utf8')
  }
  return { fields, file }
}

function* split(buffer, mark) {
  let from = buffer.indexOf(mark)
  while (from >= 0) {
    const to = buffer.indexOf(mark, from + mark.length)
    if (to < 0) return
    yield buffer.subarray(from + mark.length + 2, to)
    from = to
  }
}
