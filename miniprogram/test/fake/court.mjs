import { createHash, randomUUID } from 'node:crypto'
import { agreements, casesOfChen, categories, courts, identities, today } from './data.mjs'
import { Bindings } from './bindings.mjs'
import { AddressConfirmations, Documents } from './documents.mjs'
import { Problem } from './http.mjs'
import { Readings } from './readings.mjs'
import { Submissions } from './submissions.mjs'
import { dayText, dueFrom, longDayText } from './time.mjs'
import { finds } from './words.mjs'
import { Work } from './work.mjs'

const wholePhone = /^1\d{10}$/
const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const kinds = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', [0x50, 0x4b, 0x03, 0x04]],
]

/** The court's side in memory, by the rules of docs/api.md. `tell(personId, change)` is the live push. */
export class Court {
  persons = []
  sessions = []
  smsCodes = new Map()
  work = new Work()
  usedWeChatCodes = new Set()
  orders = []
  attachments = new Map()
  notices = []
  /** By case; see course.mjs. @type {Record<string, object>} */
  courses = {}
  /** In force; a test may publish another version. */
  agreements = [...agreements]
  documents = new Documents()
  bindings = new Bindings()
  submissions = new Submissions(this)
  readings = new Readings()
  confirmations = new AddressConfirmations()
  /** What a phone may ask for; a test puts templates here. @type {Record<string, string[]>} */
  templates = { message: [], urge: [], answer: [], document: [], case: [] }
  /** What phones reported, by the report's id. */
  subscriptions = new Map()
  tell = () => {}

  // --- signing in

  byWeChat(code, device) {
    if (!code || this.usedWeChatCodes.has(code)) throw new Problem(401, 'auth.wechat_code_invalid', '微信登录已过期，请再试一次')
    this.usedWeChatCodes.add(code)
    const openId = code.split(/[#.]/)[0]
    return this.#tokens(this.#person((p) => p.openId === openId, { openId }), device)
  }

  sendSmsCode(phone) {
    if (!wholePhone.test(phone ?? '')) throw new Problem(400, 'request.invalid', '手机号是 1 开头的 11 位数字')
    const sent = this.smsCodes.get(phone)
    if (sent && Date.now() - sent.at < 60_000) {
      throw new Problem(429, 'rate.limited', '刚发过一条，请等一等再发', { 'Retry-After': String(Math.ceil((sent.at + 60_000 - Date.now()) / 1000)) })
    }
    this.smsCodes.set(phone, { code: String(100000 + Math.floor(Math.random() * 900000)), at: Date.now() })
    return { resendAfter: 60, expiresIn: 300 }
  }

  bySms(phone, code, device) {
    this.#checkCode(phone, code)
    return this.#tokens(this.#person((p) => p.phone === phone, { phone }), device)
  }

  refresh(refreshToken) {
    const session = this.sessions.find((s) => s.refreshTokens.includes(refreshToken))
    if (!session || session.refreshTokens.at(-1) !== refreshToken) {
      this.sessions = this.sessions.filter((s) => s !== session) // a second use: somebody else has it too
      throw new Problem(401, 'auth.refresh_invalid', '登录已过期，请重新登录')
    }
    return this.#issue(session)
  }

  /** The person and session of a token that lives; throws as the API does. */
  authenticate(token) {
    const session = this.sessions.find((s) => token && s.accessToken === token)
    if (!session) throw token ? new Problem(401, 'auth.token_expired', '登录已过期') : new Problem(401, 'auth.required', '请先登录')
    session.lastUsedAt = new Date().toISOString()
    return { session, person: session.person }
  }

  expireAccessTokens() {
    for (const session of this.sessions) session.accessToken = null
  }

  endSession(person, id) {
    this.sessions = this.sessions.filter((s) => s.person !== person || s.id !== id)
  }

  devices(person, current) {
    return this.sessions
      .filter((s) => s.person === person)
      .map((s) => ({ id: s.id, device: s.device, createdAt: s.createdAt, lastUsedAt: s.lastUsedAt, current: s === current }))
  }

  // --- me

  me(person) {
    return {
      id: person.id,
      name: person.masked ?? null,
      phone: person.phone?.replace(/^(\d{3})\d{4}/, '$1****') ?? null,
      phoneBound: Boolean(person.phone),
      verified: Boolean(person.masked),
    }
  }

  bindPhone(person, { phone, code, wechatPhoneCode }) {
    if (wechatPhoneCode) person.phone = '13812345620'
    else {
      this.#checkCode(phone, code)
      person.phone = phone
    }
    return this.me(person)
  }

  confirmName(person, { name, idNumber }) {
    if (!person.phone) throw new Problem(409, 'identity.phone_required', '请先绑定您本人的手机号，再确认身份')
    if (!/^\d{17}[\dX]$/.test(idNumber ?? '')) throw new Problem(422, 'identity.id_number_invalid', '身份证号不对，请对着证件再看一遍')
    const known = identities.find((i) => i.name === name && i.idNumber === idNumber)
    if (!known) throw new Problem(422, 'identity.mismatch', '姓名和身份证号对不上，请对着证件再看一遍')
    if (this.persons.some((p) => p !== person && p.masked === known.masked)) throw new Problem(409, 'identity.taken', '这个身份已在另一个账号核对过')
    Object.assign(person, { masked: known.masked, cases: known.cases })
    return this.me(person)
  }

  home(person) {
    const mine = this.#ordersOf(person)
    const answers = mine.filter((o) => o.unread && o.state !== 'awaitingRequester')
    const toDo = [
      ...this.documents.todo(),
      ...person.cases.flatMap((c) => this.caseRow(c).days.filter(({ kind }) => kind === 'hearing').map((day) => ({ kind: 'hearing', id: c.id, title: day.text, details: [day.leftText, c.title, c.courtName], about: c.number, date: day.date }))),
      ...mine.filter((o) => o.state === 'awaitingRequester').map((o) => ({ kind: 'supplement', id: o.id, title: `${o.answerer ?? '法官'}请您补充`, details: [`请尽早补，法院最迟 ${o.answerBy.text}答复`, o.title], about: o.caseNumber ?? o.number, date: o.answerBy.date })),
    ]
    return {
      me: this.me(person),
      todo: [...toDo.sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999')), ...answers.map((o) => ({ kind: 'answer', id: o.id, title: `${o.answerer ?? '法官'}答复您了，去看看`, details: [dayText(today), o.title], about: o.caseNumber ?? o.number, date: null }))],
      olderAnswers: person.olderAnswers ?? 0,
      unreadAnswers: answers.length + (person.olderAnswers ?? 0),
      documentsToSign: this.documents.toSign().length,
      openCases: person.cases.filter((c) => c.open).length,
      waitingMessages: mine.filter((o) => o.state !== 'closed').length,
      answerWorkingDays: 3,
      unreadNotices: this.#noticesOf(person).filter((n) => !n.read).length,
      toAccept: this.agreements.filter((a) => !person.accepted.has(a.id)).map(({ id, kind, version, title }) => ({ id, kind, version, title })),
      things: person.cases.length + mine.length + this.documents.all.length,
    }
  }

  accept(person, { ids }) {
    if (!ids?.length || ids.some((id) => !this.agreements.some((a) => a.id === id))) throw new Problem(404, 'agreement.not_found', '协议已经更新，请刷新后重新阅读')
    for (const id of ids) person.accepted.add(id)
  }

  withdraw(person) {
    person.accepted.clear()
    this.sessions = this.sessions.filter((s) => s.person !== person)
  }

  lookUp(person, typed) {
    const parts = /^[（(〔[]?(\d{4})[）)〕\]]?粤(\d{2,4})([民刑行执][一-龥]{1,2})(\d{1,6})号?$/.exec((typed ?? '').replace(/\s/g, ''))
    const answer = { verdict: 'invalid', number: null, repaired: false, courtName: null, inScope: false, message: '这不像一个案号。请照着文书写，例如（2026）粤0104民初12345号', mine: null }
    const old = /^[（(](\d{4})[）)](.+)第(\d+)号$/.exec(typed ?? '')
    if (old) return { ...answer, verdict: 'legacy', number: `（${old[1]}）${old[2]}第${old[3]}号`, message: '这是 2016 年以前的旧案号，按原文查找。您名下没有查到这个案号，可以选法院留言，把案号写在留言里。' }
    if (!parts) return answer
    const number = `（${parts[1]}）粤${parts[2]}${parts[3]}${parts[4]}号`
    const court = courts.find((c) => c.id === `c-${parts[2].slice(-2)}`)
    const base = { ...answer, number, repaired: number !== typed, courtName: court?.name ?? null, inScope: Boolean(court) }
    if (!court) return { ...base, verdict: 'ok', message: '这个案子不在广州的法院，请找受理它的法院' }
    const mine = person.cases.find((c) => c.number === number) ?? null
    return { ...base, verdict: 'ok', message: mine ? '是您本人的案件' : '可以用这个案号给法官留言', mine }
  }

  // --- work orders

  preview(person, { caseId, caseNumber, courtId, category }) {
    this.#category(category)
    const { courtName, divisionName, ownerRole } = this.#addressee(person, { caseId, caseNumber, courtId })
    const { due, days } = dueFrom(today)
    return { answerBy: due, days, courtName, divisionName, ownerRole }
  }

  /** Answers with `{ order, created }`; the same id again gives the same order. */
  create(person, body) {
    if (!uuid7.test(body.id ?? '')) throw new Problem(400, 'request.invalid', '编号不对')
    const known = this.orders.find((o) => o.id === body.id)
    if (known && known.person !== person) throw new Problem(409, 'request.id_reused', '这个编号已经用过，请再点一次发送')
    if (known && (known.conversation[0].text !== body.text.trim() || known.category.code !== body.category)) throw new Problem(409, 'work_order.sent_with_other_words', '先前已经送到法院，和这次写的不一样。请看送到的那一条，要改要补请另写')
    if (known) return { order: this.#detail(known), created: false }
    const category = this.#category(body.category)
    const to = this.#addressee(person, body)
    this.#checkText(body.text)
    const order = {
      ...to,
      person,
      id: body.id,
      number: `GZ20261120-${String(this.orders.length + 1).padStart(6, '0')}`,
      title: body.text.trim().split(/[\n。]/)[0].slice(0, 40),
      category,
      state: 'toAnswer',
      createdAt: `${today}T01:41:00Z`,
      createdText: `${longDayText(today)}09:41`,
      answerBy: dueFrom(today).due,
      conversation: [],
      answer: null,
      unread: false,
      urges: [],
      rating: null,
      version: 1,
    }
    this.orders.push(order)
    this.#say(order, { id: body.id, from: 'me', kind: 'message', text: body.text.trim(), by: '您', attachmentIds: body.attachmentIds ?? [] })
    return { order: this.#detail(order), created: true }
  }

  list(person, { cursor, limit = 20, state, q, caseId }) {
    const mine = this.#ordersOf(person).filter((o) => (!caseId || o.case?.id === caseId) && (!state || (state === 'closed') === (o.state === 'closed')) && finds(q, o.title, o.conversation[0].text, o.number, o.caseNumber))
    const from = cursor ? Number(cursor) : 0
    const items = mine.slice(from, from + Number(limit)).map((o) => this.#row(o))
    const to = from + items.length
    return { items, nextCursor: to < mine.length ? String(to) : null }
  }

  get(person, id) {
    return this.#detail(this.#order(person, id))
  }

  /** What became of a send, by the id that the phone made. */
  outcome(person, id) {
    const order = this.orders.find((o) => o.person === person && (o.id === id || o.urges.includes(id) || o.conversation.some((c) => c.id === id)))
    return { received: Boolean(order), workOrderId: order?.id ?? null }
  }

  supplement(person, orderId, { id, text, attachmentIds = [] }) {
    const order = this.#order(person, orderId)
    if (order.conversation.some((c) => c.id === id)) return this.#detail(order)
    if (order.state === 'closed') throw new Problem(409, 'work_order.closed', '这条留言已经答复，请另写一条')
    this.#checkText(text)
    this.#say(order, { id, from: 'me', kind: 'supplement', text: text.trim(), by: '您', attachmentIds })
    if (order.state === 'awaitingRequester') order.state = 'toAnswer'
    return this.#changed(order)
  }

  urge(person, orderId, { id, text = '' }) {
    const order = this.#order(person, orderId)
    if (order.urges.includes(id)) return this.#detail(order)
    if (order.state === 'closed') throw new Problem(409, 'work_order.closed', '这条留言已经答复，不用再催')
    if (order.urges.length > 0) throw new Problem(409, 'work_order.urged_today', '今天 09:02 催过了，明天 0:00 以后可再催')
    order.urges.push(id)
    this.#say(order, { id, from: 'me', kind: 'urge', text: text || '请尽快答复', by: '您', attachmentIds: [] })
    return this.#changed(order)
  }

  rate(person, orderId, { score, words }) {
    const order = this.#order(person, orderId)
    if (!['satisfied', 'basicallySatisfied', 'dissatisfied'].includes(score)) throw new Problem(400, 'request.invalid', '请选一个评价')
    if (order.rating) throw new Problem(409, 'work_order.already_rated', '已经评价过了')
    order.rating = { score, words: words ?? null }
    return this.#changed(order)
  }

  read(person, orderId) {
    this.#order(person, orderId).unread = false
    for (const notice of this.#noticesOf(person)) if (notice.workOrderId === orderId) notice.read = true
  }

  // --- notices

  casesOf(person, { cursor, limit = 20, state, q, order }) {
    const all = person.cases.map((c) => this.caseRow(c))
    const wanted = (c) => !order || order === 'filed' || c.days.some((d) => order === 'day' || d.kind === 'hearing')
    const mine = all.filter((c) => wanted(c) && (!state || c.open === (state === 'open')) && finds(q, c.number, c.title, c.cause, c.courtName))
    if (order === 'day' || order === 'hearing') mine.sort((a, b) => a.days[0].date.localeCompare(b.days[0].date))
    const from = cursor ? Number(cursor) : 0
    const to = from + Number(limit)
    const open = person.cases.filter((c) => c.open).length
    return { items: mine.slice(from, to), nextCursor: to < mine.length ? String(to) : null, verified: Boolean(person.masked), open, closed: person.cases.length - open, withDay: all.filter((c) => c.days.length).length, toBeHeard: all.filter((c) => c.days.some((d) => d.kind === 'hearing')).length }
  }

  /** With what lies ahead of the case now. */
  caseRow(row) {
    const days = [...(row.days ?? []), ...this.documents.daysOf(row.id)].sort((a, b) => a.date.localeCompare(b.date))
    const mayAppeal = days.some((d) => d.kind === 'limit')
    return { ...row, days, mayAppeal, stateText: mayAppeal ? '可以上诉' : row.stateText }
  }

  noticesOf(person, { cursor, limit = 20 }) {
    const mine = this.#noticesOf(person).reverse()
    const from = cursor ? Number(cursor) : 0
    const items = mine.slice(from, from + Number(limit)).map((notice) => ({ ...notice, person: undefined }))
    const to = from + items.length
    return { items, nextCursor: to < mine.length ? String(to) : null, unread: mine.filter((n) => !n.read).length }
  }

  readNotice(person, id) {
    const notice = this.#noticesOf(person).find((n) => n.id === id)
    if (!notice) throw new Problem(404, 'notice.not_found', '没有这条消息')
    notice.read = true
  }

  subscribe(person, { id, results }) {
    if (!uuid7.test(id ?? '')) throw new Problem(400, 'request.invalid', '编号不对')
    this.subscriptions.set(id, { person, results })
  }

  // --- attachments

  attach(person, { fields, file }) {
    if (!file || file.part !== 'file' || !uuid7.test(fields.id ?? '')) throw new Problem(400, 'request.invalid', '没有收到文件')
    if (file.bytes.length > 20 * 1024 * 1024) throw new Problem(413, 'attachment.too_large', '文件太大，最大 20 MB')
    const known = this.attachments.get(fields.id)
    if (known) return { attachment: known.info, created: false }
    const kind = kinds.find(([, mark]) => mark.every((byte, at) => file.bytes[at] === byte))
    if (!kind) throw new Problem(415, 'attachment.type_not_allowed', '只收图片、Word 和 PDF')
    const info = { id: fields.id, name: file.name, contentType: kind[0], size: file.bytes.length, sha256: createHash('sha256').update(file.bytes).digest('hex') }
    this.attachments.set(fields.id, { info, bytes: file.bytes, person, used: false })
    return { attachment: info, created: true }
  }

  attachment(person, id) {
    const found = this.attachments.get(id)
    if (!found || found.person !== person) throw new Problem(404, 'attachment.not_found', '找不到这个文件')
    return found
  }

  detach(person, id) {
    if (this.attachment(person, id).used) throw new Problem(409, 'attachment.in_use', '文件已经在留言里，不能删')
    this.attachments.delete(id)
  }

  // --- the court's own people

  /** The judge answers; the litigant's open page is told. */
  answer(orderId, text, attachments = []) {
    const order = this.orders.find((o) => o.id === orderId)
    const id = randomUUID()
    for (const file of attachments) this.attachments.set(file.info.id, { ...file, person: order.person, used: true })
    order.state = 'closed'
    order.unread = true
    order.answer = {
      text,
      atText: `${dayText(today)} 11:20`,
      dateText: `2026 年 ${dayText(today)}`,
      courtName: order.courtName.startsWith('广州') ? order.courtName : `广州市${order.courtName}`,
      divisionName: order.divisionName,
      addressee: order.person.masked ?? '您好',
      attachments: attachments.map((file) => file.info),
    }
    this.#say(order, { id, from: 'court', kind: 'answer', text, by: `${order.divisionName}${order.ownerRole}`, attachmentIds: [] })
    this.#notify(order, '法院已答复', `您的留言 ${order.number} 法院已答复，点开看答复，也可以评价。`)
    return this.#changed(order)
  }

  /** The filing division has the court take it up again; what was said of the answer becomes history. */
  reopen(orderId) {
    const order = this.orders.find((o) => o.id === orderId)
    order.formerRatings = [{ ...order.rating, atText: `${dayText(today)} 14:05` }]
    Object.assign(order, { state: 'toAnswer', answer: null, rating: null, reopenCount: 1, unread: false })
    return this.#changed(order)
  }

  merge(orderId, mainId) {
    const [order, main] = [orderId, mainId].map((id) => this.orders.find((o) => o.id === id))
    Object.assign(order, { state: 'closed', unread: false, mergedInto: { id: main.id, number: main.number, answered: main.state === 'closed' } })
    return this.#changed(order)
  }

  /** What whoever holds the link may see. */
  verification(serial, code) {
    if (serial.toUpperCase() !== certificate.serial || code.replace(/\W/g, '').toUpperCase() !== 'ABCDEFGHJKLM')
      throw new Problem(404, 'verification.not_found', '编号和校验码对不上，请照着文书或凭证上印的再输一遍')
    return certificate
  }

  survey(token) {
    const order = this.#orderBySurvey(token)
    return { number: order.number, courtName: order.courtName, answeredText: dayText(today), rated: order.rating !== null, phone: '138****5620', workOrderId: order.id }
  }

  rateBySurvey(token, { score, words }) {
    const order = this.#orderBySurvey(token)
    if (order.surveyUsed && order.rating.score === score && (order.rating.words ?? '') === (words ?? '')) return
    if (order.rating) throw new Problem(409, 'work_order.already_rated', '这次答复您已经评价过了')
    Object.assign(order, { rating: { score, words: words ?? null }, surveyUsed: true })
  }

  answerBySurvey(token, { code }) {
    const order = this.#orderBySurvey(token)
    if (code !== this.documents.code) throw new Problem(422, 'survey.code_wrong', '验证码不对或已过 5 分钟。请看清最新一条里的 6 位数字，或重新获取')
    return { ...order.answer, addressee: '陈建华' }
  }

  #orderBySurvey(token) {
    const order = this.orders.find((o) => o.surveyToken === token)
    if (!order) throw new Problem(404, 'survey.not_found', '这个链接打不开：可能过了有效期，法院重新办理了，或者地址不完整。还有话要说，可以打 12368')
    return order
  }

  /** The judge asks for something before answering. */
  askFor(orderId, text) {
    const order = this.orders.find((o) => o.id === orderId)
    order.state = 'awaitingRequester'
    this.#notify(order, '法院有回复', `您的留言 ${order.number} 法院有回复，点开就能看到。`)
    this.#say(order, { id: randomUUID(), from: 'court', kind: 'interim', text, by: `${order.divisionName}${order.ownerRole}`, attachmentIds: [] })
    return this.#changed(order)
  }

  // --- inside

  #person(same, fresh) {
    const known = this.persons.find(same)
    if (known) return known
    const person = { id: randomUUID(), cases: [], accepted: new Set(), ...fresh }
    this.persons.push(person)
    return person
  }

  #checkCode(phone, code) {
    if (this.smsCodes.get(phone)?.code !== code) throw new Problem(401, 'auth.sms_code_wrong', '验证码不对，请再看一遍短信')
    this.smsCodes.delete(phone)
  }

  #tokens(person, device) {
    const at = new Date().toISOString()
    const session = { id: randomUUID(), person, device: device ?? '手机', createdAt: at, lastUsedAt: at, refreshTokens: [], accessToken: null }
    this.sessions.push(session)
    return this.#issue(session)
  }

  #issue(session) {
    session.accessToken = `a-${randomUUID()}`
    session.refreshTokens.push(`r-${randomUUID()}`)
    return { accessToken: session.accessToken, expiresIn: 900, refreshToken: session.refreshTokens.at(-1), refreshExpiresIn: 2_592_000, me: this.me(session.person) }
  }

  #ordersOf = (person) => this.orders.filter((o) => o.person === person).reverse()

  #noticesOf = (person) => this.notices.filter((n) => n.person === person)

  #notify(order, title, text) {
    this.notices.push({ person: order.person, id: randomUUID(), title, text, atText: `${longDayText(today)}11:20`, workOrderId: order.id, documents: false, serviceId: null, caseId: null, bindingId: null, submissionId: null, readingId: null, read: false })
  }

  #order(person, id) {
    const order = this.orders.find((o) => o.id === id && o.person === person)
    if (!order) throw new Problem(404, 'work_order.not_found', '找不到这条留言')
    return order
  }

  #category(code) {
    const category = categories.find((c) => c.code === code)
    if (!category) throw new Problem(400, 'request.invalid', '请选是哪方面的事')
    return category
  }

  #addressee(person, { caseId, caseNumber, courtId }) {
    if ([caseId, caseNumber, courtId].filter(Boolean).length !== 1) throw new Problem(400, 'request.invalid', '请选一个案子或一个法院')
    if (caseId) {
      const row = person.cases.find((c) => c.id === caseId)
      if (!row) throw new Problem(404, 'case.not_found', '找不到这个案子')
      return { case: row, caseNumber: row.number, courtName: row.courtName, divisionName: row.divisionName, ownerRole: '承办法官' }
    }
    if (caseNumber) {
      const found = this.lookUp(person, caseNumber)
      if (found.verdict === 'invalid') throw new Problem(400, 'case_number.invalid', found.message)
      if (!found.inScope) throw new Problem(400, 'case_number.other_court', found.message)
      return { case: found.mine, caseNumber: found.number, courtName: found.courtName, divisionName: '立案庭', ownerRole: '联络员' }
    }
    const court = courts.find((c) => c.id === courtId)
    if (!court) throw new Problem(400, 'request.invalid', '请选一个法院')
    return { case: null, caseNumber: null, courtName: court.name, divisionName: '立案庭', ownerRole: '联络员' }
  }

  #checkText(text) {
    if (!text?.trim()) throw new Problem(422, 'work_order.text_missing', '还没有写内容')
    if (text.trim().length > 2000) throw new Problem(422, 'work_order.text_too_long', '最多 2000 个字')
  }

  #say(order, { attachmentIds, ...item }) {
    if (attachmentIds.length > 9) throw new Problem(422, 'work_order.too_many_attachments', '最多 9 个文件')
    const attachments = attachmentIds.map((id) => {
      const found = this.attachment(order.person, id)
      found.used = true
      return found.info
    })
    order.conversation.push({ ...item, atText: `${dayText(today)} 09:41`, attachments })
  }

  #changed(order) {
    order.version++
    this.tell(order.person.id, { topic: 'workOrder', id: order.id, version: order.version })
    return this.#detail(order)
  }

  #row(o) {
    const stateText = o.mergedInto ? '已并入' : { toAssign: '待分派', toAnswer: '待答复', awaitingRequester: '等您补充', closed: '已答复' }[o.state]
    return {
      id: o.id,
      number: o.number,
      title: o.title,
      categoryName: o.category.plain,
      caseNumber: o.caseNumber,
      state: o.state,
      stateText,
      createdAt: o.createdAt,
      createdText: o.createdText,
      answerBy: o.answerBy,
      unread: o.unread,
      answerer: o.answerer ?? '法官',
      mergedInto: o.mergedInto ?? null,
      reopenCount: o.reopenCount ?? 0,
    }
  }

  #detail(o) {
    const message = o.conversation[0]
    const closed = o.state === 'closed'
    const urged = o.urges.length > 0
    return {
      ...this.#row(o),
      categoryCode: o.category.code,
      case: o.case,
      courtName: o.courtName,
      divisionName: o.divisionName,
      ownerRole: o.ownerRole,
      text: message.text,
      attachments: message.attachments,
      timeline: timelineOf(o),
      conversation: o.conversation,
      answer: o.answer,
      urge: { allowed: !closed && !urged, count: o.urges.length, reason: closed ? '已经答复' : urged ? '今天 09:02 催过了，明天 0:00 以后可再催' : null },
      rating: { allowed: closed && !o.rating, score: o.rating?.score ?? null, words: o.rating?.words ?? null },
      formerRatings: o.formerRatings ?? [],
      canSupplement: !closed,
      version: o.version,
    }
  }
}

function timelineOf(o) {
  const closed = o.state === 'closed'
  if (o.mergedInto) return [{ title: `并到 ${o.mergedInto.number} 一起办理`, term: '并单', atText: `${dayText(today)} 10:02`, note: '问的是同一件事，答复写在那一条里', step: 'now' }]
  return [
    { title: '您发出了留言', term: null, atText: o.createdText, note: null, step: 'done' },
    { title: '12368 转给了承办部门', term: '分派', atText: `${dayText(today)} 09:42`, note: null, step: 'done' },
    closed
      ? { title: `${o.answerer ?? '法官'}答复`, term: null, atText: o.answer.atText, note: null, step: 'now' }
      : { title: '法官正在处理', term: '承办部门', atText: null, note: `${o.courtName}${o.divisionName}`, step: 'now' },
    ...(closed ? [] : [{ title: '法院答复', term: null, atText: `最迟 ${o.answerBy.text}`, note: null, step: 'next' }]),
  ]
}

/** A verified person with the drawings' cases, for pictures and tests that begin there. */
export function chen(court) {
  const person = { id: randomUUID(), phone: '13812345620', masked: '陈*华', cases: casesOfChen, openId: 'chen', accepted: new Set(agreements.map(({ id }) => id)) }
  court.persons.push(person)
  return person
}

/** Its file is the four bytes "PDF\n". */
const certificate = {
  kind: 'certificate', serial: 'SDHZ20261120-000042', title: '电子送达凭证', courtName: '广东省广州市越秀区人民法院', caseNumber: '(…)粤0104民...号', recipient: '陈**',
  madeText: '2026 年 11 月 20 日', pages: 2, sha256: '4223df8e7f52c02d07737c3af675d7eef7803b7a7bd0bc29be05f894860255fa', remark: '',
  documents: [{ title: '民事判决书', serial: 'SD20261120-0042-0001-01', sha256: 'a'.repeat(64), conclusionText: '2026 年 11 月 20 日已送达', ruleText: '到达受送达人提供或者确认的地址之日（民事诉讼法第九十条、人民法院在线诉讼规则第三十一条）' }],
}
