import { ref } from 'vue'
import { usePages } from '@/look/usePages'
import { listWorkOrders, type WorkOrderRow } from '@/services/workOrders'

/** My messages, newest first, all or by state. */
export function useMessageList() {
  const state = ref<'open' | 'closed'>()
  const pages = usePages<WorkOrderRow>((cursor) => listWorkOrders({ cursor, state: state.value }))

  async function choose(which: 'open' | 'closed' | undefined) {
    state.value = which
    await pages.startAgain()
  }

  return { ...pages, state, choose }
}
