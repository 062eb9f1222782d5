/** Waits until `seen()` is truthy and answers with it; says what it was waiting for when it gives up. */
export async function until(what, seen, within = 10_000) {
  const end = Date.now() + within
  for (;;) {
    const found = await seen()
    if (found) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
