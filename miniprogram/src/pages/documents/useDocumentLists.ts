import { computed, ref, type Ref } from 'vue'
import { useLoad } from '@/look/useLoad'
import { usePages } from '@/look/usePages'
import { listDocuments, type DocumentRow } from '@/services/documents'

/** What waits for a signature, and page after page what does not. */
export function useDocumentLists(caseId: Ref<string | null>) {
  const toSign = ref(0)
  const verified = ref<boolean | null>(null)
  let depth = 1

  const waitingLoad = useLoad(async () => {
    let rows: DocumentRow[] = []
    let cursor: string | null = null
    for (let at = 0; at < depth && (at === 0 || cursor !== null); at++) {
      const page = await listDocuments('toSign', { cursor, caseId: caseId.value })
      rows = [...rows, ...page.items]
      cursor = page.nextCursor
      toSign.value = caseId.value ? rows.length : page.toSign
      verified.value = page.verified
    }
    return { rows, cursor }
  })
  const signed = usePages<DocumentRow>((cursor) => listDocuments('signed', { cursor, caseId: caseId.value }))

  const reload = async () => void (await Promise.all([waitingLoad.reload(), signed.reload()]))
  const growWaiting = () => {
    depth++
    return waitingLoad.reload()
  }
  const problem = computed({
    get: () => waitingLoad.problem.value ?? signed.problem.value,
    set: (refused) => (waitingLoad.problem.value = refused),
  })
  return { waiting: waitingLoad.data, signed, toSign, verified, problem, failedAt: waitingLoad.failedAt, slow: waitingLoad.slow, reload, growWaiting }
}
