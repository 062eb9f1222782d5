import { headingOf } from './data.mjs'
import { Problem } from './http.mjs'
import { finds } from './words.mjs'

export const documentIds = {
  judgment: '0193d000-0000-7000-8000-000000000001',
  feeNotice: '0193d000-0000-7000-8000-000000000002',
  summons: '0193d000-0000-7000-8000-000000000003',
  evidence: '0193d000-0000-7000-8000-000000000004',
}
export const linkToken = 'bGluay1vZi1kb2N1bWVudHM'
const lineOf = (limit) => `不服可以上诉，最晚 ${limit.dayText}（${limit.weekdayText}）`
const missing = () => new Problem(404, 'service.document_not_found', '没有这份文书，或者不是送给您的')

const base = (id, title, more) => ({
  id, serviceId: '0193d100-0000-7000-8000-000000000001', caseId: '0193a000-0000-7000-8000-000000000002', title,
  courtName: '天河区人民法院', courtFullName: '广州市天河区人民法院', caseNumber: '（2026）粤0106民初20871号', caseTitle: '您和公司的工资纠纷',
  arrivedText: '今天 08:30 送到', arrivedAtText: '2026 年 11 月 20 日 08:30', hasArrived: true, plain: '这是法院给您的文书。', state: 'toSign', stateText: '等您签收',
  after: ['签收只表示收到，**不表示同意**'], unopened: '您同意过用手机收文书，它今天送到，就算**已送达**了。', appealTo: null, limit: null, next: null,
  statement: '我是陈建华本人，收到天河区人民法院的', signName: '陈建华', together: [], signed: null, openedText: null, readText: '看文书',
  effectiveText: '2026 年 11 月 20 日送达', servedText: '从送到您同意的地址那天算（民事诉讼法第 90 条第 2 款、在线诉讼规则第 31 条第 1 款）', ruleText: '到达受送达人提供或者确认的地址之日（民事诉讼法第九十条、人民法院在线诉讼规则第三十一条）',
  serial: 'SD20261120-0042-0001-01', verifyCode: 'K7Q2M9XA4B3T', sha256: '9f2c'.repeat(16), size: 215040, pages: 12, fileName: `${title}（2026）粤0106民初20871号.pdf`,
  canSign: true, canForward: true, agents: [{ id: 'agent-1', name: '周*律师', forwarded: false }], canAskPaper: true, paperText: null, objection: null, cause: '劳动争议', certificates: [], sealed: false,
  history: [
    { title: '已送到', note: '短信 138****5620', atText: '11 月 20 日（周五）08:30' },
    { title: '已发出', note: '短信 138****5620', atText: '11 月 20 日（周五）08:30' },
    { title: '法院开始送达', note: null, atText: '11 月 20 日（周五）08:30' },
  ],
  version: 1, ...more,
})

/** The documents of the drawings: a judgment that waits, and three that were signed for. */
export function documentsOfChen() {
  const signed = (id, title, courtName, arrivedText) => base(id, title, {
    courtName, arrivedText, state: 'signed', stateText: '已签收', canSign: false, signed: { at: '2026-11-10T02:00:00Z', atText: '2026 年 11 月 10 日 10:00', handwritten: true },
    caseId: '0193a000-0000-7000-8000-000000000001', caseNumber: '（2026）粤0104民初12345号', caseTitle: '您告李*强借钱不还', cause: '民间借贷纠纷', openedText: '11 月 10 日（周二）09:58', unopened: null,
    certificates: [{ id: '0193d200-0000-7000-8000-000000000001', kindText: '电子送达凭证', number: 'SDHZ20261111-000042', issuedText: '11 月 11 日出具', fileName: '电子送达凭证-SDHZ20261111-000042.pdf' }],
  })
  return [
    base(documentIds.judgment, '民事判决书', {
      plain: '这是法院的判决。看完可以决定要不要上诉。', readText: '看判决书', appealTo: '广州市中级人民法院',
      after: ['签收只表示收到，**不表示同意**', '不服可以上诉，最晚 **2026-12-07**（周一）'],
      unopened: '您同意过用手机收文书，它今天送到，就算**已送达**了。不打开，上诉的时间也照样在走，过期判决生效。',
      limit: { name: '上诉期', date: '2026-12-07', dayText: '12 月 7 日', weekdayText: '周一', daysLeft: 17, leftText: '还有 17 天', law: '民事诉讼法第一百七十一条', projected: false },
      next: { title: '下一步：要不要上诉', by: '要上诉，最晚 12 月 7 日' },
    }),
    signed(documentIds.summons, '开庭传票', '越秀区人民法院', '11 月 10 日'),
    signed(documentIds.evidence, '举证通知书', '越秀区人民法院', '11 月 10 日'),
    signed('0193d000-0000-7000-8000-000000000005', '受理案件通知书', '越秀区人民法院', '9 月 8 日'),
  ]
}

/** Another document of the judgment's service, waiting with it. */
export const feeNotice = () => base(documentIds.feeNotice, '上诉费交纳通知')

/** What /documents and /document-links answer, over the documents of one person. */
export class Documents {
  all = []
  code = '407216'
  /** Running visits by token. */
  visits = new Set()

  toSign = () => this.all.filter((d) => d.canSign)

  /** As the court calls it on every page: one of the same title in the same case makes it say the end of its serial. */
  title = (d) => (this.all.some((o) => o.id !== d.id && o.caseId === d.caseId && o.title === d.title) ? `${d.title}（编号末尾 ${d.serial.split('-').slice(-2).join('-')}）` : d.title)

  /** What the home says of documents. */
  todo() {
    return this.list({ state: 'all' }).items.filter((d) => d.state === 'toSign' || d.limitText).map(({ id, title, state, limitText, arrivedText, caseTitle, courtName, caseNumber: about }) => {
      const { limit } = this.all.find((d) => d.id === id)
      return state === 'toSign'
        ? { kind: 'sign', id, title: `签收${title}`, details: [limitText ?? `${arrivedText}，请尽早签收`, caseTitle, courtName], about, date: limit?.date ?? null }
        : { kind: 'limit', id, title: lineOf(limit), details: [limit.leftText, title, caseTitle, courtName], about, date: limit.date }
    })
  }

  /** The periods that run in a case. */
  daysOf(caseId) {
    return this.all.filter((d) => d.caseId === caseId && d.limit).map(({ limit }) => ({
      kind: 'limit', date: limit.date, dayText: limit.date.slice(5), weekdayText: limit.weekdayText, text: lineOf(limit), shortText: limit.name, leftText: limit.leftText, headingText: headingOf(limit.date),
    }))
  }

  list({ state, caseId, q }) {
    const items = this.all.filter((d) => (state === 'all' || d.canSign === (state === 'toSign')) && (!caseId || d.caseId === caseId) && finds(q, d.title, d.caseNumber, d.serial, d.courtName))
      .map((d) => ({ ...d, title: this.title(d) }))
      .map(({ id, serviceId, caseId: of, title, courtName, caseNumber, caseTitle, cause, arrivedText, plain, state: now, limit, serial }) => ({
        id, serviceId, caseId: of, title, courtName, caseNumber, caseTitle, cause, arrivedText, plain, state: now, serial, limitText: limit ? `${limit.name}至 ${limit.dayText}（${limit.weekdayText}），${limit.leftText}` : null,
      }))
    return { items, nextCursor: null, toSign: this.toSign().length, verified: true }
  }

  cases() {
    const ids = [...new Set(this.all.map((d) => d.caseId))]
    return { items: ids.map((caseId) => {
      const of = this.all.filter((d) => d.caseId === caseId)
      return { caseId, number: of[0].caseNumber, title: of[0].caseTitle, courtName: of[0].courtName, documents: of.length, toSign: of.filter((d) => d.canSign).length, lastText: '11 月 20 日' }
    }) }
  }

  get(id) {
    const found = this.all.find((d) => d.id === id)
    if (!found) throw missing()
    return { ...found, title: this.title(found), picture: undefined, together: found.canSign ? this.toSign().filter((d) => d.id !== id && d.serviceId === found.serviceId && d.caseId === found.caseId).map((d) => ({ id: d.id, title: this.title(d), fileName: d.fileName, opened: d.openedText !== null })) : [] }
  }

  sign({ ids, signature }) {
    const unread = ids.map((id) => this.all.find((d) => d.id === id)).filter((d) => d && !d.signed && d.openedText === null)
    if (unread.length) throw new Problem(422, 'served_document.not_opened', `${unread.map((d) => `《${d.title}》`).join('')}还没有打开看过，请先打开，再签收`)
    for (const id of ids) {
      const found = this.all.find((d) => d.id === id)
      if (!found) throw missing()
      if (found.signed) continue
      Object.assign(found, { state: 'signed', stateText: '已签收', canSign: false, picture: signature ?? null, signed: { at: '2026-11-20T01:41:00Z', atText: '2026 年 11 月 20 日 09:41', handwritten: Boolean(signature) } })
    }
    return { items: ids.map((id) => this.get(id)) }
  }

  forward(id, { agentId }) {
    const found = this.all.find((d) => d.id === id)
    found.agents = found.agents.map((a) => (a.id === agentId ? { ...a, forwarded: true } : a))
    return this.get(id)
  }

  paper(id) {
    Object.assign(this.all.find((d) => d.id === id), { canAskPaper: false, paperText: '11 月 20 日您要了纸质文书，法院会寄给您' })
    return this.get(id)
  }

  object(id, { kind }) {
    const found = this.all.find((d) => d.id === id)
    if (kind === 'notReceived' && (found.openedText || found.signed)) throw new Problem(409, 'served_document.already_opened', '这份文书您已经打开过，不能再说没收到。不是给您的，请选“这不是我的”')
    Object.assign(found, { objection: { text: kind === 'notMine' ? '这不是我的' : '我没收到', atText: '11 月 20 日（周五）09:41' } })
    return this.get(id)
  }

  /** As if the person had read it. */
  opened(...ids) {
    for (const id of ids) this.file(id)
    return this
  }

  file(id) {
    const found = this.get(id)
    Object.assign(this.all.find((d) => d.id === id), { unopened: null, openedText: found.openedText ?? '11 月 20 日（周五）09:40' })
    return { info: { name: found.fileName, contentType: 'application/pdf' }, bytes: Buffer.from('%PDF-1.4') }
  }

  certificate(id, certificateId) {
    const found = this.get(id).certificates.find((c) => c.id === certificateId)
    if (!found) throw new Problem(404, 'certificate.not_found', '没有这份凭证，或者您不能查看')
    return { info: { name: found.fileName, contentType: 'application/pdf' }, bytes: Buffer.from('%PDF-1.4') }
  }

  /** Null where it is no call of documents. */
  answer(method, where, query, body) {
    const certificate = /^\/documents\/([^/]+)\/certificates\/([^/]+)$/.exec(where)
    if (certificate) return [200, null, this.certificate(certificate[1], certificate[2])]
    const one = /^\/documents\/([^/]+)(?:\/(\w+))?$/.exec(where)
    if (where === '/documents') return [200, this.list(query)]
    if (where === '/documents/cases') return [200, this.cases()]
    if (where === '/documents/sign') return [200, this.sign(body)]
    if (!one) return null
    if (one[2] === 'file') return [200, null, this.file(one[1])]
    if (one[2] === 'forward') return [200, this.forward(one[1], body)]
    if (one[2] === 'paper') return [200, this.paper(one[1])]
    if (one[2] === 'objections') return [200, this.object(one[1], body)]
    return method === 'GET' ? [200, this.get(one[1])] : null
  }

  link(method, where, body) {
    const [, token, act] = /^\/document-links\/([^/]+)(?:\/(\w+))?$/.exec(where) ?? []
    if (!token) return null
    if (token !== linkToken) throw new Problem(404, 'document_link.not_found', '这个链接打不开：可能过了有效期，法院已撤回，或者地址不完整。可以登录广州微法院看文书，或打 12368')
    if (act === 'code') return [202, { resendAfter: 60, expiresIn: 300 }]
    if (act !== 'visit') return [200, { channel: 'sms', address: '138****5620' }]
    if (body.code !== this.code) throw new Problem(422, 'document_link.code_wrong', '验证码不对或已过 5 分钟。请看清最新一条里的 6 位数字，或重新获取')
    this.visits.add('visit-1')
    return [200, { token: 'visit-1', expiresIn: 7200 }]
  }
}

const form = { acceptsElectronic: false, acceptsWeChat: false, acceptsAccount: false, mobile: '13812345620', email: '', postalAddress: '', postcode: '', scope: [], keepsSecret: false, remarks: '' }

/** /address-confirmations for one case. */
export class AddressConfirmations {
  items = []
  subject = {
    caseId: '0193a000-0000-7000-8000-000000000001', caseNumber: '（2026）粤0104民初12345号', caseTitle: '您告李*强借钱不还', courtName: '越秀区人民法院', partyId: 'party-1', agentId: null,
    partyName: '陈建华', roleText: '原告', signerName: '陈建华', signerRelation: '本人', current: null, postalAddress: null, prefill: form,
    /** @type {import('@/services/addressConfirmations').DesignatedAddress[]} */
    designated: [],
    scopes: [{ value: 'firstInstance', text: '一审', isNow: true }, { value: 'secondInstance', text: '二审', isNow: false }, { value: 'enforcement', text: '执行', isNow: false }],
  }

  list() {
    return { verified: true, items: this.items, nextCursor: null }
  }

  subjects() {
    const current = this.items.find((i) => i.state === 'inForce') ?? null
    const last = this.items.at(-1)
    const postalAddress = last?.postalAddress ?? null
    const prefill = current ? Object.fromEntries(Object.keys(form).map((name) => [name, current[name]])) : last ? { ...form, mobile: last.mobile, email: last.email, postalAddress, postcode: last.postcode } : form
    return { verified: true, notices: ['同意电子送达后，文书送到您确认的手机、邮箱就算送达。', '地址变了要及时告诉法院，不告诉的，按原地址送达。'], items: [{ ...this.subject, current, postalAddress, prefill }], nextCursor: null }
  }

  sign({ signature, ...body }) {
    if (!body.postalAddress) throw new Problem(422, 'address_confirmation.postal_address_missing', '请写邮寄地址，寄纸质文书要用')
    const twin = this.items.find((i) => i.id === body.id)
    if (twin) return [200, twin]
    for (const item of this.items.filter((i) => i.state === 'inForce')) Object.assign(item, { state: 'replaced', stateText: '已由新的代替', endedText: '2026 年 11 月 20 日', canWithdraw: false })
    const { caseId, caseNumber, caseTitle, courtName, partyId, agentId, partyName, roleText, signerName, signerRelation } = this.subject
    const whose = { caseId, caseNumber, caseTitle, courtName, partyId, agentId, partyName, roleText, signerName, signerRelation }
    const item = { ...body, ...whose, signature: undefined, id: body.id, means: 'platform', meansText: '本人在线签名', scopeText: this.subject.scopes.filter(({ value }) => body.scope.includes(value)).map(({ text }) => text).join('、'), hasSignature: Boolean(signature), confirmedAt: '2026-11-20T01:41:00Z', confirmedText: '2026 年 11 月 20 日', state: 'inForce', stateText: '有效', endedText: null, canWithdraw: true }
    this.items.push(item)
    return [201, item]
  }

  withdraw(id) {
    const item = this.items.find((i) => i.id === id)
    Object.assign(item, { state: 'withdrawn', stateText: '已撤回', endedText: '2026 年 11 月 20 日', canWithdraw: false })
    return item
  }

  answer(method, where, body) {
    if (where === '/address-confirmations') return method === 'GET' ? [200, this.list()] : this.sign(body)
    if (where === '/address-confirmations/subjects') return [200, this.subjects()]
    const ended = /^\/address-confirmations\/addresses\/([^/]+)\/end$/.exec(where)
    if (ended) {
      this.subject.designated = this.subject.designated.filter((a) => a.id !== ended[1])
      return [204, undefined]
    }
    const one = /^\/address-confirmations\/([^/]+)\/withdraw$/.exec(where)
    return one ? [200, this.withdraw(one[1])] : null
  }
}
