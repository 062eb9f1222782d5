/** Browsers hash only on https pages. */
export const canHash = typeof crypto !== 'undefined' && !!crypto.subtle

/** 64 hex digits. The bytes do not leave the device. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
