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
import { notReceived, receivedAfterAll } from '@/look/outcome'
import { online } from '@/network'
import { findCase } from '@/services/cases'
import { answerLost, asRefused, Refused } from '@/services/refused'
import { createWorkOrder, getWorkOrder, maxTextLength, type WorkOrder } from '@/services/workOrders'
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
  const asking = ref(false)
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
  async function open(opened: { caseId?: string; number?: string; court?: string; old?: string } = {}) {
    const kept = readDraft<MessageDraft>(messageDraftName)
    resumed.value = kept !== null && hasContent(kept)
    if (kept && resumed.value) Object.assign(draft, kept, { files: revive(kept.files) })
    if (!draft.orderId) draft.orderId = await newId()
    autosave.settle()
    files.goOn()
    if (resumed.value) return
    if (opened.old) draft.text = `旧案号 ${decodeURIComponent(opened.old)}：`
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

  /** One order however often this is called or retried. Null when it was not sent, or nobody knows; then `problem` says why. */
  async function send(): Promise<WorkOrder | null> {
    if (sending.value || !draft.about || !draft.category) return null
    sending.value = true
    problem.value = null
    draft.unsent = draft.unknown = true // a crash from here on leaves a reminder
    save()
    try {
      return await deliver(draft.text.trim(), draft.about)
    } finally {
      sending.value = false
    }
  }

  async function deliver(text: string, about: About): Promise<WorkOrder | null> {
    try {
      const order = await createWorkOrder({
        id: draft.orderId,
        category: draft.category!.code,
        text,
        attachmentIds: files.ids.value,
        ...addresseeOf(about),
      })
      return await arrived(order, text)
    } catch (error) {
      const refused = asRefused(error)
      if (refused.code === 'work_order.sent_with_other_words') return arrived(await getWorkOrder(draft.orderId), text)
      problem.value = refused
      if (problem.value.code === 'request.id_reused') draft.orderId = await newId()
      draft.unknown = problem.value.outcomeUnknown
      draft.unsent = problem.value.offline || problem.value.broken || [401, 429].includes(problem.value.status)
      save()
      return draft.unknown ? askOutcome() : null
    }
  }

  /** After a send whose answer was lost: the order when it had arrived. What is still unknown stays unknown. */
  async function askOutcome(): Promise<WorkOrder | null> {
    if (asking.value) return null
    problem.value ??= answerLost()
    if (!online.value) return null // asked once the network is back
    asking.value = true
    try {
      const received = await receivedAfterAll(draft.orderId)
      if (received) return await arrived(await getWorkOrder(draft.orderId), draft.text.trim())
      if (received === false) {
        draft.unknown = false
        problem.value = notReceived()
        save()
      }
    } catch (error) {
      problem.value = asRefused(error)
    } finally {
      asking.value = false
    }
    return null
  }

  async function arrived(order: WorkOrder, text: string): Promise<WorkOrder> {
    done = true
    draft.unknown = false
    await keepLaterWords(order, text)
    removeDraft(messageDraftName)
    return order
  }

  /** An earlier try had arrived after all and the words were changed since: they become the draft of a supplement. */
  async function keepLaterWords(order: WorkOrder, text: string) {
    if (order.text.trim() === text) return
    writeDraft(supplementDraftName(order.id), { id: await newId(), text, files: [], savedAt: Date.now() })
  }

  return { draft, files, resumed, sending, asking, problem, open, startAfresh, firstOpenStep, send, askOutcome }
}
