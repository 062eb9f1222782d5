import { computed, reactive, ref, toRef } from 'vue'
import {
  addresseeOf,
  hasContent,
  messageDraftName,
  readDraft,
  removeDraft,
  supplementDraftName,
  writeDraft,
  type About,
  type MessageDraft,
} from '@/drafts/drafts'
import { revive } from '@/drafts/files'
import { useAutosave } from '@/drafts/useAutosave'
import { useFiles } from '@/drafts/useFiles'
import { findCase } from '@/services/cases'
import { asRefused, Refused } from '@/services/refused'
import { createWorkOrder, maxTextLength, type WorkOrder } from '@/services/workOrders'
import { newId } from '@/uuid'

const blank = (): MessageDraft => ({ orderId: '', step: 1, about: null, category: null, text: '', files: [], savedAt: 0, unsent: false })

/** A case that is not this person's is none; anything else that went wrong is. */
function notMine(error: unknown): null {
  if (error instanceof Refused && [403, 404].includes(error.status)) return null
  throw error
}

/** The message being written: kept on the device, sent once. */
export function useMessageDraft() {
  const draft = reactive<MessageDraft>(blank())
  const resumed = ref(false)
  const sending = ref(false)
  const problem = ref<Refused | null>(null)
  const files = useFiles(toRef(draft, 'files'))
  let done = false

  const words = () => JSON.stringify([draft.step, draft.about, draft.category, draft.text, draft.files.map(({ id, state }) => [id, state])])
  const autosave = useAutosave(words, save)

  function save() {
    if (done || !draft.orderId || !hasContent(draft)) return
    draft.savedAt = Date.now()
    writeDraft(messageDraftName, draft)
  }

  /** Takes up what was left unfinished, or starts afresh; then `opened` may say which case it is about. */
  async function open(opened: { caseId?: string; number?: string; court?: string } = {}) {
    const kept = readDraft<MessageDraft>(messageDraftName)
    resumed.value = kept !== null && hasContent(kept)
    if (kept && resumed.value) Object.assign(draft, kept, { files: revive(kept.files) })
    if (!draft.orderId) draft.orderId = await newId()
    autosave.settle()
    if (resumed.value) return
    const about = await aboutOpened(opened)
    if (about) Object.assign(draft, { about, step: 2 })
  }

  async function aboutOpened({ caseId, number, court }: { caseId?: string; number?: string; court?: string }): Promise<About | null> {
    if (number) return { kind: 'number', number: decodeURIComponent(number), courtName: decodeURIComponent(court ?? '') || null }
    const mine = caseId ? await findCase(caseId).catch(notMine) : null
    return mine ? { kind: 'case', case: mine } : null
  }

  async function startAfresh() {
    removeDraft(messageDraftName)
    Object.assign(draft, blank(), { orderId: await newId() })
    resumed.value = false
    problem.value = null
    autosave.settle()
  }

  /** The first step that still lacks something; 4 when nothing does. */
  const firstOpenStep = computed<MessageDraft['step']>(() => {
    if (!draft.about) return 1
    if (!draft.category) return 2
    return draft.text.trim() === '' || draft.text.length > maxTextLength ? 3 : 4
  })

  /** One order however often this is called or retried. Null when it was not sent; then `problem` says why. */
  async function send(): Promise<WorkOrder | null> {
    if (sending.value || !draft.about || !draft.category) return null
    sending.value = true
    problem.value = null
    draft.unsent = true // a crash from here on leaves a reminder
    save()
    const text = draft.text.trim()
    try {
      const order = await createWorkOrder({
        id: draft.orderId,
        category: draft.category.code,
        text,
        attachmentIds: files.ids.value,
        ...addresseeOf(draft.about),
      })
      done = true
      await keepLaterWords(order, text)
      removeDraft(messageDraftName)
      return order
    } catch (error) {
      problem.value = asRefused(error)
      if (problem.value.code === 'request.id_reused') draft.orderId = await newId()
      draft.unsent = problem.value.offline || problem.value.broken || problem.value.status === 429
      save()
      return null
    } finally {
      sending.value = false
    }
  }

  /** An earlier try had arrived after all and the words were changed since: they become the draft of a supplement. */
  async function keepLaterWords(order: WorkOrder, text: string) {
    if (order.text.trim() === text) return
    writeDraft(supplementDraftName(order.id), { id: await newId(), text, files: [], savedAt: Date.now() })
  }

  return { draft, files, resumed, sending, problem, open, startAfresh, firstOpenStep, send }
}
