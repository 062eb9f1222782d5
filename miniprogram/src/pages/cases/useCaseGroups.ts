import { computed, ref, type Ref } from 'vue'
import { addAllToCalendar } from '@/look/addToCalendar'
import type { CaseDay, CaseOrder, CaseRow } from '@/services/cases'
import { asRefused } from '@/services/refused'

interface Group { title: string; rows: CaseRow[] }

/** The day that brings a case to its place in the list. */
export const nextDay = (row: CaseRow, order: CaseOrder | null) => row.days.find(({ kind }) => order !== 'hearing' || kind === 'hearing')

/** The same when its day moves; each period of a case is its own. */
const entryId = (row: CaseRow, day: CaseDay) => `${row.id}-${day.kind}${day.kind === 'limit' ? `-${encodeURIComponent(day.shortText)}` : ''}`

/** Rows by the day under their headings, which the court says; by filing under none. */
export function useCaseGroups(rows: Ref<CaseRow[]>, order: Ref<CaseOrder | null>) {
  const failed = ref('')
  const titleOf = (row: CaseRow) => (order.value === 'filed' ? '' : (nextDay(row, order.value)?.headingText ?? ''))
  const groups = computed(() =>
    rows.value.reduce<Group[]>((all, row) => {
      const title = titleOf(row)
      const group = all.find((one) => one.title === title)
      if (group) group.rows.push(row)
      else all.push({ title, rows: [row] })
      return all
    }, []),
  )

  async function addAll(group: Group) {
    const days = group.rows.flatMap((row) => {
      const day = nextDay(row, order.value)
      if (!day) return []
      const words = row.sensitive ? { title: '到法院办事', words: '详情在“广州微法院”里看' } : { title: `${day.shortText}：${row.title}`, words: `${row.number}，${row.courtName}` }
      return [{ id: entryId(row, day), date: day.date, ...words }]
    })
    try {
      await addAllToCalendar(days)
      failed.value = ''
    } catch (error) {
      failed.value = asRefused(error).title
    }
  }

  return { groups, failed, addAll }
}
