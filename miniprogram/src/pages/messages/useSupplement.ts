import { computed, reactive, ref, shallowRef, toRef } from 'vue'
import { readDraft, removeDraft, supplementDraftName, writeDraft, type SupplementDraft } from '@/drafts/drafts'
import { revive } from '@/drafts/files'
import { useAutosave } from '@/drafts/useAutosave'
import { useFiles } from '@/drafts/useFiles'
import { notReceived, receivedAfterAll } from '@/look/outcome'
import { online } from '@/network'
import { answerLost, asRefused, type Refused } from '@/services/refused'
import { maxTextLength, supplementWorkOrder } from '@/services/workOrders'
import { newId } from '@/uuid'

/** A further message to an order: kept on the device, sent once. */
export function useSupplement() {
  const orderId = ref('')
  const draft = reactive<SupplementDraft>({ id: '', text: '', files: [], savedAt: 0 })
  const files = useFiles(toRef(draft, 'files'))
  const sending = ref(false)
  const asking = ref(false)
  const problem = shallowRef<Refused | null>(null)
  let done = false

  const autosave = useAutosave(() => JSON.stringify([draft.text, draft.files.map(({ id, state }) => [id, state])]), save)

  function save() {
    if (done || !draft.id) return
    draft.savedAt = Date.now()
    writeDraft(supplementDraftName(orderId.value), draft)
  }

  /** @returns Whether an earlier send turned out to have arrived. */
  async function open(id: string): Promise<boolean> {
    orderId.value = id
    const kept = readDraft<SupplementDraft>(supplementDraftName(id))
    if (kept) Object.assign(draft, kept, { files: revive(kept.files) })
    else draft.id = await newId()
    autosave.settle()
    files.goOn()
    return draft.unknown ? ask() : false
  }

  const blocked = computed(() => files.pending.value || files.broken.value || draft.text.trim() === '' || draft.text.length > maxTextLength)

  /** @returns Whether the court has it; else `problem` says why not, or that nobody knows. */
  async function send(): Promise<boolean> {
    if (sending.value || blocked.value) return false
    sending.value = true
    problem.value = null
    draft.unknown = true // a crash from here on leaves the question
    save()
    try {
      await supplementWorkOrder(orderId.value, { id: draft.id, text: draft.text.trim(), attachmentIds: files.ids.value })
      return arrived()
    } catch (error) {
      problem.value = asRefused(error)
      draft.unknown = problem.value.outcomeUnknown
      save()
      return draft.unknown ? await ask() : false
    } finally {
      sending.value = false
    }
  }

  async function ask(): Promise<boolean> {
    problem.value ??= answerLost()
    if (!online.value || asking.value) return false // asked once the network is back
    asking.value = true
    const received = await receivedAfterAll(draft.id).finally(() => (asking.value = false))
    if (received) return arrived()
    if (received === false) {
      draft.unknown = false
      problem.value = notReceived()
      save()
    }
    return false
  }

  function arrived() {
    done = true
    draft.unknown = false
    removeDraft(supplementDraftName(orderId.value))
    return true
  }

  return { orderId, draft, files, sending, asking, problem, blocked, open, send, ask }
}
