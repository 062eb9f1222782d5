import { computed, ref } from 'vue'
import { useLoad } from '@/look/useLoad'
import { asRefused } from '@/services/refused'
import { listWorkOrders, type WorkOrderRow } from '@/services/workOrders'

interface Pages {
  rows: WorkOrderRow[]
  cursor: string | null
}

/** My messages, newest first, page after page. Asking again refetches as much as was already on the screen. */
export function useMessageList() {
  const state = ref<'open' | 'closed'>()
  let depth = 1
  let growing = false

  const load = useLoad(async () => {
    let pages: Pages = { rows: [], cursor: null }
    for (let at = 0; at < depth && (at === 0 || pages.cursor !== null); at++) pages = await append(pages)
    return pages
  })

  async function append({ rows, cursor }: Pages): Promise<Pages> {
    const answer = await listWorkOrders({ cursor, state: state.value })
    const seen = new Set(rows.map(({ id }) => id))
    return { rows: [...rows, ...answer.items.filter(({ id }) => !seen.has(id))], cursor: answer.nextCursor }
  }

  async function next() {
    const pages = load.data.value
    if (growing || !pages?.cursor) return
    growing = true
    try {
      const longer = await append(pages)
      if (load.data.value !== pages) return // a reload came in between
      depth++
      load.data.value = longer
    } catch (error) {
      load.problem.value = asRefused(error)
    } finally {
      growing = false
    }
  }

  async function choose(which: 'open' | 'closed' | undefined) {
    state.value = which
    depth = 1
    load.data.value = null
    await load.reload()
  }

  return {
    ...load,
    state,
    rows: computed(() => load.data.value?.rows ?? []),
    more: computed(() => load.data.value?.cursor != null),
    first: computed(() => load.data.value === null && load.problem.value === null),
    next,
    choose,
  }
}
