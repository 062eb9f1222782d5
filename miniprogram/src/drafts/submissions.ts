import { effectScope, reactive, toRef, watch } from 'vue'
import { metered } from '@/network'
import type { CaseName, MadeForm, SubmissionGroup, SubmissionKind } from '@/services/submissions'
import { owner } from '@/session/owner'
import { draftsNamed, readDraft, removeDraft, writeDraft } from './drafts'
import { revive, type DraftFile } from './files'
import { useFiles } from './useFiles'

/** A file with what evidence says of itself. */
export interface PartFile extends DraftFile { title?: string; source?: string; proves?: string }

/** What is being prepared to be handed in. `id` is made once, so that any retry ends in one submission. */
export interface SubmissionDraft {
  id: string
  kind: SubmissionKind
  title: string
  group: SubmissionGroup
  case: CaseName
  step: number
  answers: Record<string, string>
  /** By the key of the part that they are for. */
  files: Record<string, PartFile[]>
  /** Own paper is uploaded in place of the form that is filled in here. */
  ownPaper: boolean
  /** As the court made it, of which answers. */
  form: (MadeForm & { of: string }) | null
  note: string
  /** Answers that are never kept on the device: an account number. */
  secrets: string[]
  savedAt: number
  /** Whether it arrived is not known: the court is asked first. */
  unknown?: boolean
  /** The content of the last send: what is written after it did not go with it. */
  sentAs?: string
}

/** What is brought after the court asked for it, by the need that it answers. */
export interface SubmissionSupplement { id: string; text: string; files: Record<string, PartFile[]>; savedAt: number; unknown?: boolean }

type Kept = SubmissionDraft | SubmissionSupplement

const begin = 'submission:'
const nameOf = (id: string) => begin + id
export const supplementName = (submissionId: string) => `submission-supplement:${submissionId}`

/** Uploads go on when the page that began them is closed: what is open lives here, and not in a page. */
const open = reactive(new Map<string, Kept>())
const uploads = new Map<string, ReturnType<typeof useFiles>>()
const scope = effectScope(true)
/** As many as a part may have; evidence comes in many pieces. */
export const mostOf = (kind: string) => (kind === 'evidence' ? 30 : 9)
/** From this size on a file waits for Wi-Fi when the phone leaves it. */
export const largeFile = 20 * 1024 * 1024

scope.run(() => {
  watch(owner, close, { flush: 'sync' })
  watch(metered, () => [...open.values()].forEach(saveData))
})

/** Nothing goes on for a person who has left. */
function close() {
  for (const draft of open.values()) for (const file of filesOf(draft)) if (file.state !== 'uploaded') file.state = 'paused'
  open.clear()
  uploads.clear()
}

export const filesOf = (draft: Kept) => Object.values(draft.files).flat()
const partOf = (draft: Kept, id: string) => Object.keys(draft.files).find((part) => draft.files[part].some((file) => file.id === id)) ?? ''

function saveData(draft: Kept) {
  for (const file of filesOf(draft)) {
    const files = uploadsOf(draft, partOf(draft, file.id))
    if (!metered.value && file.forWifi) files.retry(file.id)
    else if (metered.value && file.size >= largeFile && ['waiting', 'uploading', 'cut'].includes(file.state)) waitForWifi(draft, file.id)
  }
}

export function waitForWifi(draft: Kept, id: string) {
  const file = filesOf(draft).find((one) => one.id === id)
  if (!file || file.state === 'uploaded') return
  uploadsOf(draft, partOf(draft, id)).pause(id)
  file.forWifi = true
}

/** The one queue of a part, whichever page asks for it. */
export function uploadsOf(draft: Kept, part: string, most = mostOf('kind' in draft ? draft.kind : '')): ReturnType<typeof useFiles> {
  const key = `${draft.id}/${part}`
  draft.files[part] ??= []
  const known = uploads.get(key) ?? scope.run(() => useFiles(toRef(draft.files, part), most))!
  uploads.set(key, known)
  return known
}

export const goOnWith = (draft: Kept, id: string) => uploadsOf(draft, partOf(draft, id)).retry(id)

/** From now on alive: its files go on, and how far they came is kept. */
function enliven<T extends Kept>(name: string, draft: T): T {
  const known = open.get(name)
  if (known) return known as T
  open.set(name, draft)
  const live = open.get(name) as T
  scope.run(() => watch(() => filesOf(live).map(({ id, state, percent }) => [id, state, percent]).join(), () => open.has(name) && save(name, live)))
  for (const part of Object.keys(live.files)) uploadsOf(live, part).goOn()
  return live
}

function save(name: string, draft: Kept) {
  const savedAt = Date.now()
  writeDraft(name, { ...('secrets' in draft ? withoutSecrets(draft) : draft), savedAt })
  draft.savedAt = savedAt // what the page says is saved was written
}

/** The form that was made of them is made again too. */
function withoutSecrets(draft: SubmissionDraft): SubmissionDraft {
  if (draft.secrets.length === 0) return draft
  const answers = Object.fromEntries(Object.entries(draft.answers).filter(([key]) => !draft.secrets.includes(key)))
  return { ...draft, answers, form: null }
}

function stored<T extends Kept>(name: string): T | null {
  const draft = readDraft<T>(name)
  return draft && { ...draft, files: Object.fromEntries(Object.entries(draft.files).map(([part, files]) => [part, revive(files)])) }
}

const find = <T extends Kept>(name: string): T | null => {
  if (open.has(name)) return open.get(name) as T
  const kept = stored<T>(name)
  return kept && enliven(name, kept)
}

export const submissionDraft = (id: string) => find<SubmissionDraft>(nameOf(id))
export const beginDraft = (draft: SubmissionDraft) => enliven(nameOf(draft.id), draft)
export const saveDraft = (draft: SubmissionDraft) => open.has(nameOf(draft.id)) && save(nameOf(draft.id), draft)

export const supplementOf = (submissionId: string) => find<SubmissionSupplement>(supplementName(submissionId))
export const beginSupplement = (submissionId: string, draft: SubmissionSupplement) => enliven(supplementName(submissionId), draft)
export const saveSupplement = (submissionId: string, draft: SubmissionSupplement) =>
  open.has(supplementName(submissionId)) && save(supplementName(submissionId), draft)

/** After it was sent, or thrown away; then with what the court has of its files. */
export function endDraft(name: string, thrownAway = false) {
  const draft = open.get(name)
  if (draft) for (const part of Object.keys(draft.files)) {
    if (thrownAway) for (const { id } of [...draft.files[part]]) uploadsOf(draft, part).drop(id)
    uploads.delete(`${draft.id}/${part}`)
  }
  open.delete(name)
  removeDraft(name)
}
export const endSubmissionDraft = (id: string, thrownAway = false) => endDraft(nameOf(id), thrownAway)

/** What was begun and not handed in, the newest first. */
export function submissionDrafts(): SubmissionDraft[] {
  const ids = new Set(draftsNamed(begin).map((name) => name.slice(begin.length)))
  for (const name of open.keys()) if (name.startsWith(begin)) ids.add(name.slice(begin.length))
  return [...ids].map(submissionDraft).filter((draft) => draft !== null).sort((a, b) => b.savedAt - a.savedAt)
}
