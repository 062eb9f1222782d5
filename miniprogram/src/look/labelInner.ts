import { isH5 } from '@/platform'

/** H5: uni-app renders `<input>` inside its own element and drops `aria-label` on the way; this puts attributes where they are read. */
export function labelInner(id: string, attributes: Record<string, string>) {
  if (!isH5) return
  const inner = document.querySelector(`#${id} input, #${id} textarea`)
  for (const [name, value] of Object.entries(attributes)) inner?.setAttribute(name, value)
}
