import { ref } from 'vue'
import { usePages } from '@/look/usePages'
import { listWorkOrders, type WorkOrderRow } from '@/services/workOrders'

/** My messages, newest first, all or by state, or those about one case. */
export function useMessageList() {
  const state = ref<'open' | 'closed'>()
  const caseId = ref<string>()
  const pages = usePages<WorkOrderRow>((cursor) => listWorkOrders({ cursor, state: state.value, caseId: caseId.value }))

  async function choose(which: 'open' | 'closed' | undefined) {
    state.value = which
    await pages.startAgain()
  }

  return { ...pages, state, caseId, choose }
}
