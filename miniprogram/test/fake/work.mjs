import { createHash, randomUUID } from 'node:crypto'
import { Problem } from './http.mjs'

const asks = /^\/auth\/sms-code$|^\/(document-links|surveys)\/[^/]+\/code$/
export const enters = /^\/auth\/sms$|^\/document-links\/[^/]+\/visit$|^\/surveys\/[^/]+\/answer$/

/** Who asks for codes: a device that has entered none here before works for the first one. */
export class Work {
  bits = 8
  #open = new Set()
  #known = new Set()

  /** What is answered instead of a code, or null. */
  before(method, where, device, body) {
    if (method !== 'POST' || !(asks.test(where) || enters.test(where))) return null
    if (!/^[\w-]{16,80}$/.test(device ?? '')) throw new Problem(400, 'request.invalid', '这次发来的内容格式不对')
    if (!asks.test(where) || this.#known.has(device) || this.#isDone(body?.proof)) return null
    const challenge = randomUUID()
    this.#open.add(challenge)
    return [200, { challenge, bits: this.bits, expiresIn: 120 }]
  }

  /** After a right code. */
  know(device) {
    this.#known.add(device)
  }

  #isDone(proof) {
    if (!proof || !this.#open.delete(proof.challenge)) return false
    const number = Buffer.alloc(4)
    number.writeUInt32BE(proof.number)
    const seed = createHash('sha256').update(proof.challenge).digest()
    return createHash('sha256').update(seed).update(number).digest().readUInt32BE() >>> (32 - this.bits) === 0
  }
}
