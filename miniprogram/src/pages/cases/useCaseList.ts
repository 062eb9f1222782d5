import { computed, ref, watch } from 'vue'
import { elder } from '@/look/elder'
import { usePages } from '@/look/usePages'
import { listCases, type CaseOrder, type CasePage, type CaseRow } from '@/services/cases'
import { read, write } from '@/storage'

type State = 'open' | 'closed'

/** Whoever has more than this many gets rows in place of cards. */
const few = 10
const asCards = 'cases.asCards'

/** The cases as cards by state, or for whoever has many as rows by what comes next. */
export function useCaseList() {
  const words = ref('')
  const facts = ref<Omit<CasePage, 'items' | 'nextCursor'> | null>(null)
  const state = ref<State>('open')
  const order = ref<CaseOrder | null>(null)
  const cards = ref(read<boolean>(asCards) ?? false)
  const many = computed(() => facts.value !== null && facts.value.open + facts.value.closed > few)
  const compact = computed(() => many.value && !cards.value)
  const typed = computed(() => words.value.trim())

  const pages = usePages<CaseRow>(async (cursor) => {
    const asRows = compact.value
    const page = await listCases({ cursor, q: typed.value, ...part() })
    facts.value = page
    if (compact.value === asRows) return page
    // Known only now: these are rows.
    order.value ??= typed.value || page.withDay === 0 ? 'filed' : 'day'
    return listCases({ q: typed.value, ...part() })
  })

  const part = () => (compact.value ? { order: order.value ?? 'day' } : { state: state.value })

  /** A number says how many there are: none while only some are looked for, nor where three in large letters leave no room. */
  const bare = computed(() => typed.value !== '' || (elder.value && compact.value))
  const tab = <T extends string>(value: T, title: string, count: number) => ({ value, title: bare.value ? title : `${title} ${count}` })
  const tabs = computed(() => {
    const all = facts.value
    if (!all) return []
    return compact.value
      ? [tab('day', '按期限', all.withDay), tab('hearing', '按开庭', all.toBeHeard), tab('filed', '按立案', all.open + all.closed)]
      : [tab('open', '在办', all.open), tab('closed', '已结', all.closed)]
  })
  const chosen = computed(() => (compact.value ? order.value : state.value))

  function choose(value: CaseOrder | State) {
    if (value === 'open' || value === 'closed') state.value = value
    else order.value = value
    return pages.startAgain()
  }

  function changeLook() {
    cards.value = !cards.value
    write(asCards, cards.value)
    order.value ??= 'day'
    return pages.startAgain()
  }

  // Words look through all of them: most have no day ahead.
  watch(typed, (now, before) => {
    if (now && !before && compact.value) order.value = 'filed'
  })

  return { ...pages, words, facts, state, order, tabs, chosen, choose, many, compact, changeLook }
}
