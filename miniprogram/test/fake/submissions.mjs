import { createHash } from 'node:crypto'
import { due } from './due.mjs'
import { Problem } from './http.mjs'
import { kindsIn } from './submissionKinds.mjs'

const sentAt = '2026-11-20T01:48:00Z'
const stateText = ({ state, group }) => ({ toReview: '法院在看', awaitingSubmitter: '要您补', accepted: group === 'material' ? '法院收下了' : '法院同意了', refused: group === 'material' ? '法院没收' : '没同意', takenBack: '您撤回了' })[state]
const step = (at, title, text = null) => ({ at, title, text, who: null })
const fingerprint = (sha256) => `${sha256.slice(0, 8)}…${sha256.slice(-8)}`

/** Materials and applications, as the person who hands them in sees them. */
export class Submissions {
  items = []
  /** By case. @type {Record<string, object[]>} */
  released = {}
  constructor(court) {
    this.court = court
  }

  /** @returns {[number, unknown?, unknown?] | null} Null for what is none. */
  answer(person, method, where, query, body) {
    if (!where.startsWith('/submissions')) return null
    if (where === '/submissions') return method === 'GET' ? [200, this.#list(query)] : this.send(person, body)
    if (where === '/submissions/kinds') return [200, this.#kinds(person, query.caseId)]
    if (where === '/submissions/applications') return [200, { cases: person.cases.map((row) => this.#kinds(person, row.id, 'application')), next: null }]
    if (where === '/submissions/released') return [200, { items: this.released[query.caseId] ?? [] }]
    const number = /^\/submissions\/by-number\/(.+)$/.exec(where)?.[1]
    if (number) return [200, this.#view(this.#find((one) => one.number === decodeURIComponent(number)))]
    const [, kind, pdf] = /^\/submissions\/forms\/(\w+)(\/pdf)?$/.exec(where) ?? []
    if (kind) return pdf ? [200, this.#makeForm(person, kind, body)] : [200, null, { info: { contentType: 'application/pdf', name: '空白表格.pdf' }, bytes: Buffer.from('%PDF-1.4') }]
    const [, id, act] = /^\/submissions\/([^/]+)(?:\/([\w-]+))?$/.exec(where)
    const one = this.#find((item) => item.id === id)
    if (act === 'certificate') return [200, null, { info: { contentType: 'application/pdf', name: '生效证明.pdf' }, bytes: Buffer.from('%PDF-1.4') }]
    if (act) this.#act(person, one, act, body)
    return [200, this.#view(one)]
  }

  #find(which) {
    const one = this.items.find(which)
    if (!one) throw new Problem(404, 'submission.not_found', '没有这一份，或者不是您交的')
    return one
  }

  #kinds(person, caseId, group) {
    const row = person.cases.find(({ id }) => id === caseId)
    if (!row) throw new Problem(404, 'submission.case_not_found', '这个案子里没有登记您。是代理人，请先绑定案件；登记错了，打 12368')
    const open = (kind) => {
      const one = this.items.find((item) => item.kind === kind && item.case.id === caseId && ['toReview', 'awaitingSubmitter'].includes(item.state))
      return one ? { id: one.id, number: one.number, state: one.state, answerBy: one.answerBy } : null
    }
    const kinds = kindsIn(row).filter((kind) => !group || kind.group === group).map((kind) => ({ ...kind, open: open(kind.kind) }))
    return { case: nameOf(row), kinds }
  }

  #list({ caseId, state }) {
    const mine = this.items.filter((one) => !caseId || one.case.id === caseId)
    const count = (wanted) => mine.filter((one) => one.state === wanted).length
    return {
      items: mine.filter((one) => !state || one.state === state).map(rowOf),
      next: null,
      counts: { awaited: count('awaitingSubmitter'), reviewing: count('toReview'), refused: count('refused'), accepted: count('accepted') },
    }
  }

  send(person, { id, caseId, kind, answers, files, note = '' }) {
    const words = JSON.stringify([kind, answers, files, note])
    const twin = this.items.find((one) => one.id === id)
    if (twin && twin.words !== words) throw new Problem(409, 'submission.sent_otherwise', '先前已经交到法院，和这次写的不一样')
    if (twin) return [200, this.#view(twin)]
    const rule = this.#kinds(person, caseId).kinds.find((one) => one.kind === kind)
    if (!rule.canAct) throw new Problem(409, 'submission.not_available', rule.why)
    const missing = rule.parts.filter(({ key, isRequired }) => isRequired && !files.some(({ part }) => part === key))
    if (missing.length > 0) throw new Problem(422, 'submission.parts_missing', `还差：${missing.map(({ title }) => title).join('、')}`)
    const one = {
      id, words, kind, number: `CL20261120-${String(this.items.length + 1).padStart(4, '0')}`, group: rule.group, title: rule.title, case: nameOf(person.cases.find((row) => row.id === caseId)),
      state: 'toReview', answerBy: due, supplementBy: null, needs: null, sentAt, decidedAt: null, askedAt: null, reason: null, decisionText: null, note, daysLeft: 3, version: 1,
      answers: answers.map(({ key, value }) => ({ key, label: rule.fields.find((field) => field.key === key).label, value })), decider: rule.decider, rule: rule.rule, reckoning: rule.reckoning,
      files: [], timeline: [step(sentAt, rule.group === 'application' ? '您申请' : '您交出')], canTakeBack: true, canUrge: true, certificate: null, follow: [], released: false,
    }
    this.#bring(person, one, files)
    this.items.unshift(one)
    return [201, this.#view(one)]
  }

  #bring(person, one, files, entryId = null) {
    for (const { attachmentId, part, title, source, proves } of files) {
      const held = this.court.attachments.get(attachmentId)
      if (!held) throw new Problem(409, 'submission.file_not_ready', '文件还没有传完')
      const { name, size, sha256, contentType } = held.info
      one.files.push({ id: attachmentId, attachmentId, name, contentType, size, sha256, number: one.files.length + 1, part, title: title ?? '', source: source ?? '', proves: proves ?? '', entryId })
    }
  }

  #makeForm(person, kind, { caseId, answers }) {
    const title = this.#kinds(person, caseId).kinds.find((one) => one.kind === kind).parts.find(({ isForm }) => isForm).title
    const { attachment } = this.court.attach(person, { fields: { id: `0193e000-0000-7000-8000-${String(this.court.attachments.size).padStart(12, '0')}` }, file: { part: 'file', name: `${title}.pdf`, bytes: Buffer.from(`%PDF-1.4 ${JSON.stringify(answers)}`) } })
    return { attachmentId: attachment.id, name: attachment.name, size: attachment.size, sha256: attachment.sha256 }
  }

  #act(person, one, act, body) {
    if (act === 'urge') Object.assign(one, { canUrge: false, timeline: [...one.timeline, step(sentAt, '您催办')] })
    if (act === 'take-back') Object.assign(one, { state: 'takenBack', canTakeBack: false, canUrge: false })
    if (act !== 'supplement' || one.entries?.includes(body.id)) return
    if (one.state !== 'awaitingSubmitter') throw new Problem(409, 'submission.not_awaited', '法院没有在等您补材料，可能已经补过或者办结')
    this.#bring(person, one, body.files ?? [], body.id)
    Object.assign(one, { entries: [...(one.entries ?? []), body.id], state: 'toReview', needs: null, supplementBy: null, timeline: [...one.timeline, step(sentAt, '您补交', body.text ?? null)] })
  }

  /** What the court does. */
  ask(one, needs, until = '2026-11-27') {
    Object.assign(one, { state: 'awaitingSubmitter', needs, supplementBy: until, daysLeft: 7, askedAt: sentAt, timeline: [...one.timeline, step(sentAt, '法院请您补', needs.join('；'))] })
  }

  refuse(one, reason) {
    Object.assign(one, { state: 'refused', reason, decidedAt: sentAt, daysLeft: null, canTakeBack: false, canUrge: false, timeline: [...one.timeline, step(sentAt, '没有通过', reason)] })
  }

  accept(one, more = {}) {
    Object.assign(one, { state: 'accepted', decidedAt: '2026-11-12T02:00:00Z', daysLeft: null, canTakeBack: false, canUrge: false, timeline: [...one.timeline, step(sentAt, '法院收下')], ...more })
  }

  #view({ words, entries, ...one }) {
    void [words, entries]
    const whole = one.files.length > 0 && createHash('sha256').update(one.files.map(({ sha256 }) => sha256).join('\n')).digest('hex')
    const hash = whole || ''
    return {
      ...one, stateText: stateText(one), canSupplement: one.state === 'awaitingSubmitter',
      receipt: { number: one.number, sentAt: one.sentAt, hash, words: hash && fingerprint(hash), court: '越秀区人民法院诉讼服务中心', fileText: `${one.files.length} 个文件` },
    }
  }
}

const nameOf = ({ id, number, title }) => ({ id, number, title })
const rowOf = ({ id, number, kind, group, title, case: of, state, answerBy, supplementBy, daysLeft = null, needs, sentAt: at, decidedAt, files }) => ({
  id, number, kind, group, title, case: of, state, stateText: stateText({ state, group }), answerBy, supplementBy, daysLeft, needs: needs?.length ?? 0, sentAt: at, decidedAt, files: files.length,
})
