import type { WorkOrderState } from '@/services/workOrders'

/** A state in plain words, with the colour that goes with it. */
export const stateWords: Record<WorkOrderState, { text: string; tone: '' | 'ok' | 'warn' }> = {
  toAssign: { text: '等法院答复', tone: '' },
  toAnswer: { text: '等法院答复', tone: '' },
  awaitingRequester: { text: '等您补充', tone: 'warn' },
  closed: { text: '法官已答复', tone: 'ok' },
}
