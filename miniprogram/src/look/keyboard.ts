const actors = '[role=button],[role=link],[role=radio],[role=tab]'

/** H5: uni-app's elements are not the browser's buttons, so Enter and Space press whatever says it is one. */
export function pressByKeyboard() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const target = event.target as HTMLElement
    if (!target.matches(actors)) return
    event.preventDefault()
    target.click()
  })
}
