import { computed, ref, shallowRef } from 'vue'
import { beginDraft, endSubmissionDraft, filesOf, saveDraft, submissionDraft, submissionDrafts, type SubmissionDraft } from '@/drafts/submissions'
import { useAutosave } from '@/drafts/useAutosave'
import { notReceived, receivedAfterAll } from '@/look/outcome'
import { online } from '@/network'
import { answerLost, asRefused, Refused, withoutId } from '@/services/refused'
import { getSubmission, listKinds, makeForm, sendSubmission, type CaseName, type FileToSend, type KindView, type SubmissionField, type SubmissionView } from '@/services/submissions'
import { newId } from '@/uuid'
import { answersOf, fieldProblem, fieldsOf, formPart, missingParts, partsToBring, saysWhat, stepsOf, unnamedEvidence } from './kindSteps'

const isThere = (id: string) =>
  getSubmission(id).then(() => true, (error) => {
    if (error instanceof Refused && error.status === 404) return false
    throw error
  })

/** What is being handed in: kept on the device, sent once, and only when the court has every file whole. */
export function useSubmissionDraft() {
  const kind = shallowRef<KindView | null>(null)
  const draft = ref<SubmissionDraft | null>(null)
  const resumed = ref(false)
  const sending = ref(false)
  const making = ref(false)
  const asking = ref(false)
  const problem = shallowRef<Refused | null>(null)
  /** What the court has under this id, where it is not what is written here now. */
  const otherwise = shallowRef<SubmissionView | null>(null)
  let sent = false

  const words = () => {
    const { step = 0, answers = {}, ownPaper = false, note = '', form = null } = draft.value ?? {}
    return JSON.stringify([step, answers, ownPaper, note, form, draft.value && evidenceWords(draft.value)])
  }
  const autosave = useAutosave(words, () => draft.value && !sent && saveDraft(draft.value))
  const steps = computed(() => (kind.value && draft.value ? stepsOf(kind.value, draft.value.ownPaper) : []))
  const step = computed(() => steps.value[Math.min(draft.value?.step ?? 0, steps.value.length - 1)])

  /** Takes up what was begun of this kind in this case, or begins. */
  async function open(caseId: string, kindName: string, draftId = '', ownPaper = false) {
    if (!caseId || !kindName) throw withoutId()
    const answer = await listKinds(caseId)
    const found = answer.kinds.find((one) => one.kind === kindName)
    if (!found) throw new Refused('client.no_kind', '这个案子里办不了这一件，请回到列表里打开', null, 404)
    kind.value = found
    const begun = (draftId && submissionDraft(draftId)) || submissionDrafts().find((one) => one.case.id === caseId && one.kind === kindName)
    resumed.value = Boolean(begun) && (begun!.step > 0 || filesOf(begun!).length > 0)
    const mine = (draft.value = begun || (await begin(answer.case, found)))
    if (ownPaper) mine.ownPaper = true
    mine.step = Math.min(mine.step, steps.value.length - 1)
    autosave.settle()
  }

  async function begin(of: CaseName, { kind: name, title, group, known, fields }: KindView) {
    const secrets = fields.filter(({ type }) => type === 'account').map(({ key }) => key)
    const empty = { step: 0, files: {}, ownPaper: false, form: null, note: '', savedAt: 0 }
    return beginDraft({ id: await newId(), kind: name, title, group, case: of, answers: { ...known }, secrets, ...empty })
  }

  async function startAfresh() {
    const old = draft.value
    if (!old || !kind.value) return
    endSubmissionDraft(old.id, true)
    draft.value = await begin(old.case, kind.value)
    resumed.value = false
    problem.value = null
    autosave.settle()
  }

  /** The court keeps what it has; what it has not goes under an id of its own. */
  async function goOnWithRest() {
    const [old, has] = [draft.value, otherwise.value]
    if (!old || !has) return
    const there = new Set(has.files.map(({ attachmentId }) => attachmentId))
    const files = Object.fromEntries(Object.entries(old.files).map(([part, some]) => [part, some.filter(({ id }) => !there.has(id))]))
    const rest = { ...old, id: await newId(), files, form: null, step: 0, unknown: false, sentAs: '' }
    endSubmissionDraft(old.id)
    draft.value = beginDraft(rest)
    saveDraft(draft.value)
    otherwise.value = problem.value = null
    autosave.settle()
  }

  /** Why the next step has to wait; empty when it need not. */
  const reason = computed(() => {
    if (!kind.value || !draft.value || !step.value) return '正在打开'
    if (step.value.name === 'fields') return fieldsReason(step.value.fields, draft.value)
    if (step.value.name === 'files') return filesReason(kind.value, draft.value)
    return fieldsReason(fieldsOf(kind.value, draft.value.ownPaper), draft.value) || filesReason(kind.value, draft.value)
  })

  const form = computed(() => (kind.value && draft.value ? formPart(kind.value, draft.value.ownPaper) : undefined))
  const formIsMade = computed(() => !form.value || draft.value?.form?.of === JSON.stringify(answersOf(kind.value!, draft.value!)))
  /** A list of evidence that could not be made holds nothing up: each piece says what it is. */
  const formHolds = computed(() => !formIsMade.value && kind.value !== null && !saysWhat(kind.value))

  /** The court makes the PDF of what was filled in, to be looked at before it is sent. */
  async function prepareForm() {
    const to = draft.value
    if (!kind.value || !to || formIsMade.value || making.value) return
    making.value = true
    problem.value = null
    try {
      const answers = answersOf(kind.value, to)
      to.form = { ...(await makeForm(kind.value.kind, to.case.id, answers)), of: JSON.stringify(answers) }
      saveDraft(to)
    } catch (error) {
      problem.value = asRefused(error)
    } finally {
      making.value = false
    }
  }

  /** One submission however often this is called or retried. Null when it was not sent, or nobody knows; then `problem` says why. */
  async function send(): Promise<SubmissionView | null> {
    const to = draft.value
    if (!kind.value || !to || sending.value || reason.value || formHolds.value || otherwise.value) return null
    if (to.unknown) return askOutcome()
    sending.value = true
    problem.value = null
    to.unknown = true // a crash from here on: the court is asked first
    to.sentAs = contentOf(kind.value, to)
    saveDraft(to)
    try {
      const note = to.note.trim()
      const about = { id: to.id, caseId: to.case.id, kind: to.kind, ...(note ? { note } : {}) }
      return arrived(await sendSubmission({ ...about, answers: answersOf(kind.value, to), files: filesToSend(kind.value, to, formIsMade.value) }))
    } catch (error) {
      const refused = asRefused(error)
      if (refused.code === 'submission.sent_otherwise') return await arrivedOtherwise(to)
      problem.value = refused
      to.unknown = refused.outcomeUnknown
      saveDraft(to)
      return to.unknown ? askOutcome() : null
    } finally {
      sending.value = false
    }
  }

  async function askOutcome(): Promise<SubmissionView | null> {
    const to = draft.value
    if (!to || asking.value) return null
    problem.value ??= answerLost()
    if (!online.value) return null
    asking.value = true
    try {
      const received = await receivedAfterAll(to.id, isThere)
      if (received && kind.value && to.sentAs && to.sentAs !== contentOf(kind.value, to)) return await arrivedOtherwise(to)
      if (received) return arrived(await getSubmission(to.id))
      if (received === false) {
        to.unknown = false
        problem.value = notReceived()
        saveDraft(to)
      }
    } catch (error) {
      problem.value = asRefused(error)
    } finally {
      asking.value = false
    }
    return null
  }

  function arrived(submission: SubmissionView) {
    sent = true
    endSubmissionDraft(submission.id)
    return submission
  }

  /** The person wrote on after it was sent: the court has the earlier one, and nothing of the later is lost. */
  async function arrivedOtherwise(to: SubmissionDraft): Promise<null> {
    try {
      otherwise.value = await getSubmission(to.id)
      problem.value = null
      to.unknown = false
    } catch (error) {
      problem.value = asRefused(error)
    }
    saveDraft(to)
    return null
  }

  return { kind, draft, resumed, sending, making, asking, problem, otherwise, goOnWithRest, steps, step, reason, form, formIsMade, formHolds, open, startAfresh, prepareForm, send, askOutcome }
}

const evidenceWords = (draft: SubmissionDraft) => filesOf(draft).map((file) => [file.id, 'title' in file && [file.title, file.source, file.proves]])

/** What is told of a send, without the secrets that are never kept and without the form that the court makes of the answers. */
const contentOf = (kind: KindView, draft: SubmissionDraft) =>
  JSON.stringify([draft.note.trim(), answersOf(kind, draft).filter(({ key }) => !draft.secrets.includes(key)), filesToSend(kind, draft, false)])

const fieldsReason = (fields: SubmissionField[], { answers }: SubmissionDraft) => fields.map((field) => fieldProblem(field, answers[field.key])).find(Boolean) ?? ''

function filesReason(kind: KindView, draft: SubmissionDraft): string {
  const shown = ['', ...partsToBring(kind, draft.ownPaper).map(({ key }) => key)]
  const files = shown.flatMap((part) => draft.files[part] ?? [])
  if (files.some(({ state }) => state === 'failed' || state === 'again')) return '有文件没传好，请再选一次或删掉'
  if (files.some(({ state }) => state !== 'uploaded')) return '文件还没传完，没传完不算交'
  const missing = missingParts(kind, draft)
  if (missing.length > 0) return `还差：${missing.map(({ title }) => title).join('、')}`
  if (kind.fields.length === 0 && kind.parts.length > 0 && files.length === 0 && !kind.hasForm) return '先选一个文件'
  return unnamedEvidence(kind, draft)
}

function filesToSend(kind: KindView, draft: SubmissionDraft, isMade: boolean): FileToSend[] {
  const form = formPart(kind, draft.ownPaper)
  const made = form && draft.form && isMade ? [{ attachmentId: draft.form.attachmentId, part: form.key }] : []
  const parts = ['', ...partsToBring(kind, draft.ownPaper).map(({ key }) => key)]
  const brought = parts.flatMap((part) => (draft.files[part] ?? []).map(({ id, sha256, title, source, proves }) => {
    const same = { attachmentId: id, part, ...(sha256 ? { sha256 } : {}) }
    return saysWhat(kind, kind.parts.find(({ key }) => key === part)) ? { ...same, title: title?.trim(), source: source?.trim() ?? '', proves: proves?.trim() } : same
  }))
  return [...made, ...brought]
}
