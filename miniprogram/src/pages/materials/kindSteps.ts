import type { SubmissionDraft } from '@/drafts/submissions'
import type { Answer, KindView, NeededPart, SubmissionField } from '@/services/submissions'

export type WriteStep = { name: 'fields'; fields: SubmissionField[] } | { name: 'files' } | { name: 'check' }

/** Short fields stand together, a long text has a page to itself. */
const together = 4

/** The parts that are brought as files: the form is not among them while it is filled in here. */
export const partsToBring = (kind: KindView, ownPaper: boolean): NeededPart[] => kind.parts.filter((part) => ownPaper || !part.isForm || !kind.hasForm)

export function stepsOf(kind: KindView, ownPaper: boolean): WriteStep[] {
  const fields: WriteStep[] = []
  for (const field of fieldsOf(kind, ownPaper)) {
    const last = fields.at(-1)
    const joins = field.type !== 'text' && last?.name === 'fields' && last.fields.length < together && last.fields.every(({ type }) => type !== 'text')
    if (joins) last.fields.push(field)
    else fields.push({ name: 'fields', fields: [field] })
  }
  const brings = partsToBring(kind, ownPaper).length > 0 || (kind.parts.length === 0 && kind.fields.length === 0)
  const files: WriteStep[] = brings ? [{ name: 'files' }] : []
  return [...(saysWhat(kind) ? [...files, ...fields] : [...fields, ...files]), { name: 'check' }]
}

/** The list of evidence is made of what each piece says of itself. */
const isListed = (kind: KindView, key: string) => saysWhat(kind) && key === listOfEvidence
const listOfEvidence = 'list'

/** What is asked on the way: on own paper the words of the form stand already. */
export const fieldsOf = (kind: KindView, ownPaper: boolean) =>
  kind.fields.filter(({ key, isOfForm }) => !isListed(kind, key) && !(ownPaper && kind.hasForm && isOfForm))

/** What is wrong with what was filled in; empty when nothing is. */
export function fieldProblem(field: SubmissionField, typed: string | undefined): string {
  const value = (typed ?? '').trim()
  if (!value) return field.isRequired ? `还没写${field.label}` : ''
  if (value.length > field.maxLength) return `最多 ${field.maxLength} 个字，多了 ${value.length - field.maxLength} 个`
  if (field.type === 'money' && !/^\d{1,12}(\.\d{1,2})?$/.test(value)) return '写数字，最多两位小数，如 50000.00'
  if (field.type === 'account' && !/^\d{8,32}$/.test(value.replace(/\s/g, ''))) return '账号是 8 到 32 位数字，请对着卡再看一遍'
  return ''
}

export const uploadedOf = (draft: SubmissionDraft, part: string) => (draft.files[part] ?? []).filter(({ state }) => state === 'uploaded')

/** What still lacks, by the part's name. */
export const missingParts = (kind: KindView, draft: SubmissionDraft) =>
  partsToBring(kind, draft.ownPaper).filter(({ key, isRequired }) => isRequired && uploadedOf(draft, key).length === 0)

/** Evidence says what it is and what it proves; its list does not. */
export const saysWhat = (kind: KindView, part?: NeededPart) => kind.kind === 'evidence' && !part?.isForm

const evidenceOf = (kind: KindView, draft: SubmissionDraft) =>
  kind.parts.filter((part) => saysWhat(kind, part)).flatMap(({ key }) => draft.files[key] ?? [])

export function unnamedEvidence(kind: KindView, draft: SubmissionDraft): string {
  const all = evidenceOf(kind, draft)
  const at = all.findIndex(({ title, proves }) => !title?.trim() || !proves?.trim())
  return at < 0 ? '' : `证据 ${at + 1} 还没写${all[at].title?.trim() ? '证明什么' : '名称'}`
}

/** A line each, its columns parted by a bar: the court makes the table of it. */
const evidenceList = (kind: KindView, draft: SubmissionDraft) => {
  const column = (words = '') => words.trim().replace(/[\s|｜]+/g, ' ')
  return evidenceOf(kind, draft).map(({ title, source, proves }) => [title, source, proves].map(column).join('｜')).join('\n')
}

/** By these answers a form that was made is known. */
export function answersOf(kind: KindView, draft: SubmissionDraft): Answer[] {
  const filled = fieldsOf(kind, draft.ownPaper).map(({ key, type }) => {
    const value = (draft.answers[key] ?? '').trim()
    return { key, value: type === 'account' ? value.replace(/\s/g, '') : value }
  })
  const listed = kind.fields.some(({ key }) => isListed(kind, key)) && !draft.ownPaper ? [{ key: listOfEvidence, value: evidenceList(kind, draft) }] : []
  return [...listed, ...filled].filter(({ value }) => value !== '')
}

/** The form that the court makes of the answers: where it is required, of evidence, and where there is nothing else to send. */
export const formPart = (kind: KindView, ownPaper: boolean) =>
  kind.hasForm && !ownPaper ? kind.parts.find(({ isForm, isRequired }) => isForm && (isRequired || saysWhat(kind) || kind.parts.every((part) => part.isForm))) : undefined
