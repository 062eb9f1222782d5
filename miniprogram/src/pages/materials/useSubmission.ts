import { computed, ref, type Ref } from 'vue'
import { beginSupplement, endDraft, saveSupplement, supplementName, supplementOf, type SubmissionSupplement } from '@/drafts/submissions'
import { useAutosave } from '@/drafts/useAutosave'
import { confirm } from '@/look/confirm'
import { useLoad } from '@/look/useLoad'
import { asRefused } from '@/services/refused'
import { getSubmission, supplementSubmission, takeBackSubmission, urgeSubmission, type SubmissionView } from '@/services/submissions'
import { newId } from '@/uuid'

type Act = 'urge' | 'takeBack'

/** Which need a file answers is said in its name: the court reads it in the list of files. */
const titleOf = (at: string, need = '') => `第 ${Number(at) + 1} 项：${need}`.slice(0, 60)

/** One submission and what its person can do with it. What is brought on the court's asking is kept on the device until it arrived. */
export function useSubmission(id: Ref<string>) {
  const load = useLoad(() => getSubmission(id.value))
  const view = load.data
  const supplement = ref<SubmissionSupplement | null>(null)
  const busy = ref(false)
  const failed = ref('')
  const urged = ref(false)
  const entries: Partial<Record<Act, string>> = {} // of what is about to be sent: the same when it is sent again
  const state = () => JSON.stringify([supplement.value?.id, supplement.value?.text])
  const autosave = useAutosave(state, () => supplement.value && saveSupplement(id.value, supplement.value))

  async function reload() {
    await load.reload()
    if (view.value?.id !== id.value) return void (supplement.value = null)
    if (!view.value.canSupplement) {
      if (supplement.value) endDraft(supplementName(id.value)) // what was asked for came another way, or is asked for no more
      return void (supplement.value = null)
    }
    const kept = supplementOf(id.value)
    if (kept?.id === supplement.value?.id && kept) return
    supplement.value = kept ?? beginSupplement(id.value, { id: await newId(), text: '', files: {}, savedAt: 0 })
    autosave.settle()
  }

  /** Which needs have a file that the court has whole. */
  const answered = computed(() => (view.value?.needs ?? []).map((_, at) => (supplement.value?.files[at] ?? []).some((file) => file.state === 'uploaded')))
  const files = computed(() => Object.values(supplement.value?.files ?? {}).flat())
  /** Why it cannot be sent yet; empty when it can. Words may stand in for a paper that cannot be had. */
  const lacks = computed(() => {
    if (files.value.some(({ state }) => state === 'failed' || state === 'again')) return '有文件没传好，请再选一次或删掉'
    if (files.value.some(({ state }) => state !== 'uploaded')) return '文件还没传完，没传完不算交'
    const open = answered.value.filter((is) => !is).length
    if (open > 0 && !supplement.value?.text.trim()) return `还差 ${open} 处，都有了就能交。交不出的，在说明里写原因`
    return ''
  })

  async function run(send: () => Promise<SubmissionView>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failed.value = ''
    try {
      view.value = await send()
      return true
    } catch (error) {
      const refused = asRefused(error)
      failed.value = refused.outcomeUnknown ? `${refused.title}。再点一次也只算一次` : refused.title
      if (!refused.outcomeUnknown) for (const act of Object.keys(entries) as Act[]) delete entries[act]
      return false
    } finally {
      busy.value = false
    }
  }

  async function act(name: Act, send: (id: string, entryId: string) => Promise<SubmissionView>) {
    const entry = (entries[name] ??= await newId())
    const done = await run(() => send(id.value, entry))
    if (done) delete entries[name]
    return done
  }

  async function urge() {
    urged.value = (await act('urge', urgeSubmission)) || urged.value
  }

  async function takeBack() {
    if (await confirm('撤回？', '法院不再看这一份。期限没过的，可以重新交。', '撤回')) await act('takeBack', takeBackSubmission)
  }

  async function sendSupplement() {
    const brought = supplement.value
    if (!brought || lacks.value) return
    const needs = view.value?.needs ?? []
    const papers = Object.entries(brought.files).flatMap(([at, list]) => list.map(({ id: attachmentId, sha256 }) => ({ attachmentId, part: '', title: titleOf(at, needs[Number(at)]), sha256 })))
    const text = brought.text.trim()
    const sent = await run(() => supplementSubmission(id.value, { id: brought.id, ...(text ? { text } : {}), files: papers }))
    if (!sent) return
    endDraft(supplementName(id.value))
    supplement.value = null
  }

  return { ...load, reload, view, supplement, answered, lacks, busy, failed, urged, urge, takeBack, sendSupplement }
}
