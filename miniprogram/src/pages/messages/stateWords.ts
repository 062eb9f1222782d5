import type { WorkOrderRow, WorkOrderState } from '@/services/workOrders'

/** A state in plain words, with the colour that goes with it. */
export interface StateWords { text: string; tone: '' | 'ok' | 'warn' }

const byState: Record<Exclude<WorkOrderState, 'closed'>, StateWords> = {
  toAssign: { text: '等法院答复', tone: '' },
  toAnswer: { text: '等法院答复', tone: '' },
  awaitingRequester: { text: '等您补充', tone: 'warn' },
}

export function stateWords(row: WorkOrderRow): StateWords {
  if (row.mergedInto) return { text: '已并在一起', tone: row.mergedInto.answered ? 'ok' : '' }
  if (row.reopenCount > 0 && (row.state === 'toAnswer' || row.state === 'toAssign')) return { text: '法院重新办理', tone: '' }
  return row.state === 'closed' ? { text: `${row.answerer}已答复`, tone: 'ok' } : byState[row.state]
}
