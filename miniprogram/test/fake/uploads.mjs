import { createHash } from 'node:crypto'
import { Problem } from './http.mjs'

/** Uploads in pieces (tus 1.0), as far as a client sees them. */
export class Uploads {
  all = new Map()
  constructor(court) {
    this.court = court
  }

  /** @returns {[number, object?] | null} Null for what is no upload. */
  answer(person, { method, path, headers, buffer }) {
    if (path === '/uploads' && method === 'POST') return this.#start(person, headers)
    const id = /^\/uploads\/([^/]+)$/.exec(path)?.[1]
    if (!id) return null
    const upload = this.all.get(id)
    if (!upload || upload.person !== person) throw new Problem(404, 'upload.not_found', '没有这个正在传的文件，请重新选择')
    if (method === 'GET') return [200, view(upload)]
    if (method === 'DELETE') return [204, void this.all.delete(id)]
    return this.#receive(upload, headers, buffer)
  }

  #start(person, headers) {
    const id = headers['idempotency-key']
    const name = Buffer.from(/name ([^,]+)/.exec(headers['upload-metadata'])[1], 'base64').toString('utf8')
    if (!this.all.has(id)) this.all.set(id, { id, name, person, length: Number(headers['upload-length']), bytes: Buffer.alloc(0), state: 'receiving' })
    return [201]
  }

  #receive(upload, headers, buffer) {
    if (Number(headers['upload-offset']) !== upload.bytes.length) throw new Problem(409, 'upload.offset_mismatch', '请从已经收到的地方接着传')
    upload.bytes = Buffer.concat([upload.bytes, buffer])
    if (upload.bytes.length < upload.length) return [204]
    try {
      this.court.attach(upload.person, { fields: { id: upload.id }, file: { part: 'file', name: upload.name, bytes: upload.bytes } })
      Object.assign(upload, { state: 'uploaded', sha256: createHash('sha256').update(upload.bytes).digest('hex') })
    } catch (problem) {
      Object.assign(upload, { state: 'refused', code: problem.code, title: problem.title })
      throw problem
    }
    return [204]
  }
}

const view = ({ id, name, length, bytes, state, sha256 = null, code = null, title = null }) => ({
  id, name, length, offset: bytes.length, state, expiresAt: '2026-11-23T01:41:00Z', sha256,
  fingerprint: sha256 && `${sha256.slice(0, 8)}…${sha256.slice(-8)}`, code, title,
})
