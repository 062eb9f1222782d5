import { computed, ref, shallowRef, watch } from 'vue'
import { submissionDrafts, type SubmissionDraft } from '@/drafts/submissions'
import { usePages } from '@/look/usePages'
import { isH5 } from '@/platform'
import { listSubmissions, type CaseName, type SubmissionCounts, type SubmissionRow, type SubmissionState } from '@/services/submissions'

export interface CaseGroup { case: CaseName; rows: SubmissionRow[]; drafts: SubmissionDraft[]; files: number }

/** A list beside what is chosen in it, as in wide.css. */
const isWide = () => isH5 && window.matchMedia('(min-width: 960px)').matches
const mostAwaited = 50
const few = 10
const mostPages = 50

/** What this person handed in, by case; on a wide screen by state. What is unfinished on this device stands among it. */
export function useMaterials() {
  const wide = ref(isWide())
  const caseId = ref('')
  const state = ref<SubmissionState>('toReview')
  const counts = ref<SubmissionCounts | null>(null)
  const awaited = shallowRef<SubmissionRow[]>([])
  const drafts = shallowRef<SubmissionDraft[]>([])
  let chosenByHand = false

  const pages = usePages<SubmissionRow>(async (cursor) => {
    if (!cursor) await lookAtAwaited()
    if (wide.value && !chosenByHand) state.value = awaited.value.length > 0 ? 'awaitingSubmitter' : 'toReview'
    const page = await listSubmissions({ cursor, caseId: caseId.value, ...(wide.value ? { state: state.value } : {}) })
    counts.value = page.counts
    return { items: page.items, nextCursor: page.next }
  })

  /** What is to be supplemented, the nearest day first: it heads the page, however old it is. */
  async function lookAtAwaited() {
    const page = await listSubmissions({ caseId: caseId.value, state: 'awaitingSubmitter', limit: mostAwaited })
    awaited.value = [...page.items].sort((a, b) => (a.supplementBy ?? '9').localeCompare(b.supplementBy ?? '9'))
  }

  const lookAtDrafts = () => (drafts.value = submissionDrafts().filter((draft) => !caseId.value || draft.case.id === caseId.value))

  const groups = computed<CaseGroup[]>(() => {
    const all: CaseGroup[] = []
    const of = (one: CaseName) => {
      const known = all.find((group) => group.case.id === one.id)
      if (!known) all.push({ case: one, rows: [], drafts: [], files: 0 })
      return known ?? all.at(-1)!
    }
    for (const row of [...awaited.value, ...pages.rows.value]) {
      const group = of(row.case)
      if (group.rows.some(({ id }) => id === row.id)) continue
      group.rows.push(row)
      group.files += row.files
    }
    for (const draft of drafts.value) of(draft.case).drafts.push(draft)
    return all
  })

  const tabs = computed(() => {
    const { awaited: asked = 0, reviewing = 0, refused = 0, accepted = 0 } = counts.value ?? {}
    return [
      { state: 'awaitingSubmitter' as const, title: `要我补 ${asked}` },
      { state: 'toReview' as const, title: `法院在看 ${reviewing}` },
      { state: 'refused' as const, title: `没通过 ${refused}` },
      { state: 'accepted' as const, title: `收下了 ${accepted}` },
    ]
  })
  function choose(value: SubmissionState) {
    chosenByHand = true
    state.value = value
    return pages.startAgain()
  }

  /** Who has more than a screenful looks for one by words: then all of them are fetched. */
  const words = ref('')
  const typed = computed(() => words.value.trim())
  const many = computed(() => Object.values(counts.value ?? {}).some((count) => count > few))
  const found = (rows: SubmissionRow[]) => rows.filter((row) => [row.case.number, row.case.title, row.title, row.number].some((said) => said.includes(typed.value)))
  watch(typed, async () => {
    for (let page = 0; typed.value && pages.more.value && page < mostPages; page++) await pages.next()
  })

  return { ...pages, words, many, found, wide, caseId, state, counts, awaited, drafts, lookAtDrafts, groups, tabs, choose }
}
