/** What does not fit: anything wider than the screen, and words that are cut off by their own box. */
export const cutOff = (page) =>
  page.evaluate(() => {
    const tooWide = document.documentElement.scrollWidth - window.innerWidth
    const shown = [...document.querySelectorAll('.mp-page *')].filter((element) => element.getClientRects().length > 0 && element.textContent.trim() !== '')
    const hidden = (element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) && !element.classList.contains('visually-hidden')
    const cut = shown.filter((element) => hidden(element) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 4))
    const beyond = shown.filter((element) => element.children.length === 0 && element.getBoundingClientRect().right > window.innerWidth + 1)
    return [
      ...(tooWide > 0 ? [`${tooWide}px wider than the screen`] : []),
      ...cut.map((element) => `cut off: ${element.textContent.trim().slice(0, 20)}`),
      ...beyond.map((element) => `beyond the edge: ${element.textContent.trim().slice(0, 20)}`),
    ]
  })
