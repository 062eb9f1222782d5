import { computed } from 'vue'
import { asRefused } from '@/services/refused'
import { useLoad } from './useLoad'

interface Pages<T> {
  rows: T[]
  cursor: string | null
}

/** A list page after page, newest first. Asking again refetches as much as was already on the screen. */
export function usePages<T extends { id: string }>(fetch: (cursor: string | null) => Promise<{ items: T[]; nextCursor: string | null }>) {
  let depth = 1
  let growing: Promise<void> | null = null

  const load = useLoad(async () => {
    let pages: Pages<T> = { rows: [], cursor: null }
    for (let at = 0; at < depth && (at === 0 || pages.cursor !== null); at++) pages = await append(pages)
    return pages
  })

  async function append({ rows, cursor }: Pages<T>): Promise<Pages<T>> {
    const answer = await fetch(cursor)
    const seen = new Set(rows.map(({ id }) => id))
    return { rows: [...rows, ...answer.items.filter(({ id }) => !seen.has(id))], cursor: answer.nextCursor }
  }

  /** The next page. Asked for again while it is on its way, it comes once. */
  function next(): Promise<void> {
    return (growing ??= grow().finally(() => (growing = null)))
  }

  async function grow() {
    const pages = load.data.value
    if (!pages?.cursor) return
    try {
      const longer = await append(pages)
      if (load.data.value !== pages) return // a reload came in between
      depth++
      load.data.value = longer
    } catch (error) {
      load.problem.value = asRefused(error)
    }
  }

  /** From the first page, with nothing shown meanwhile. */
  async function startAgain() {
    depth = 1
    load.data.value = null
    await load.reload()
  }

  return {
    ...load,
    rows: computed(() => load.data.value?.rows ?? []),
    more: computed(() => load.data.value?.cursor != null),
    first: computed(() => load.data.value === null && load.problem.value === null),
    next,
    startAgain,
  }
}
