import { onUnload } from '@dcloudio/uni-app'
import { computed, ref, watch } from 'vue'
import { usePages } from '@/look/usePages'
import { listCases, type CaseRow } from '@/services/cases'
import { listDocuments, type DocumentRow } from '@/services/documents'
import { listWorkOrders, type WorkOrderRow } from '@/services/workOrders'

/** The person has stopped typing. In milliseconds. */
const pause = 400
const limit = 5

/** Cases, messages and documents of the own in which all words are found. */
export function useSearch() {
  const words = ref('')
  const asked = ref('')
  const lists = {
    cases: usePages<CaseRow>((cursor) => listCases({ cursor, limit, q: asked.value })),
    messages: usePages<WorkOrderRow>((cursor) => listWorkOrders({ cursor, limit, q: asked.value })),
    documents: usePages<DocumentRow>((cursor) => listDocuments('all', { cursor, limit, q: asked.value })),
  }
  const all = Object.values(lists)
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = async () => {
    clearTimeout(timer)
    asked.value = words.value.trim()
    if (asked.value) await Promise.all(all.map((list) => list.startAgain()))
  }
  watch(words, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), pause)
  })
  onUnload(() => clearTimeout(timer))

  const busy = computed(() => asked.value !== '' && all.some((list) => list.first.value))
  const problem = computed(() => all.map((list) => list.problem.value).find((one) => one !== null) ?? null)
  const nothing = computed(() => asked.value !== '' && !busy.value && !problem.value && all.every((list) => list.rows.value.length === 0))
  return { ...lists, words, asked, busy, problem, nothing, ask }
}
