/** A UUID version 7: 48 bits of milliseconds, then chance. */
export async function newId(now = Date.now()): Promise<string> {
  const bytes = await randomBytes(16)
  let rest = now
  for (let at = 5; at >= 0; at--) {
    bytes[at] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[6] = 0x70 | (bytes[6] & 0x0f)
  bytes[8] = 0x80 | (bytes[8] & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function randomBytes(length: number): Promise<Uint8Array> {
  if (typeof globalThis.crypto?.getRandomValues === 'function') return crypto.getRandomValues(new Uint8Array(length))
  const ask = typeof wx === 'undefined' ? undefined : wx.getRandomValues
  if (typeof ask !== 'function') return weakBytes(length)
  return new Promise((resolve) =>
    ask({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: () => resolve(weakBytes(length)),
    }),
  )
}

/** Old clients have no source of true randomness. An id need only be unique: the server checks who may use it. */
const weakBytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(Math.random() * 256))
