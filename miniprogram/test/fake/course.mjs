import { Problem } from './http.mjs'

/** The course of a case: hearings, periods, nodes. Tests put into `court.courses` what the trial system would send. */
export const emptyCourse = () => ({ hearings: [], limits: [], nodes: [], due: [] })

export const hearing = {
  id: '0193b000-0000-7000-8000-000000000001', startsAt: '2026-12-03T01:30:00Z', endsAt: null, timeText: '12 月 3 日（周四）09:30', leftText: '还有 13 天',
  place: '越秀区人民法院第七法庭', address: '仓边路28号', bring: '身份证、证据原件', videoLink: null,
  calendarTitle: '开庭：您告李*强借钱不还', calendarWords: '（2026）粤0104民初12345号，越秀区人民法院。带上身份证、证据原件', calendarPlace: '越秀区人民法院第七法庭 仓边路28号',
}
export const evidence = { kind: 'due', id: '0193b000-0000-7000-8000-000000000002', title: '交证据最晚 11 月 27 日（周五）', details: ['还有 7 天', '过了这天再交，要写明为什么晚，由法官决定收不收'], about: '举证期限', date: '2026-11-27' }
export const trial = {
  kind: 'trial', name: '审理期限', title: '最晚 2027 年 3 月 8 日（周一）审完', date: '2027-03-08', leftText: '还有 108 天', rule: '民事诉讼法第一百五十二条',
  sum: [{ text: '从 2026-09-08 算起', dayText: '到 2027-02-08' }, { text: '批准延长 28 天', dayText: '到 2027-03-08' }],
}
export const node = (n, title, term, atText, meaning = '', words = '') => ({ id: `0193b000-0000-7000-8000-1${String(n).padStart(11, '0')}`, kind: 'other', title, term, atText, meaning, words })

const pageSize = 50

/** Answers what is asked of one case's course; null where something else is asked. */
export function courseOf(court, person, call, { cursor }) {
  const [, id, what, hearingId] = /^GET \/cases\/([^/]+)\/(page|nodes|hearings)(?:\/([^/]+)\/calendar\.ics)?$/.exec(call) ?? []
  if (!id) return null
  const row = person.cases.find((c) => c.id === id)
  if (!row) throw new Problem(404, 'case.not_found', '这个案子里没有登记您')
  const course = { ...emptyCourse(), ...court.courses[id] }
  if (what === 'hearings') {
    if (!course.hearings.some((h) => h.id === hearingId)) throw new Problem(404, 'hearing.not_found', '没有这次开庭')
    return [200, null, { info: { contentType: 'text/calendar', name: 'hearing.ics' }, bytes: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n') }]
  }
  const from = cursor ? Number(cursor) : 0
  const nodes = { items: course.nodes.slice(from, from + pageSize), nextCursor: from + pageSize < course.nodes.length ? String(from + pageSize) : null }
  if (what === 'nodes') return [200, nodes]
  const orders = court.list(person, { caseId: id, limit: 100 }).items
  const papers = court.documents.list({ state: 'all', caseId: id })
  const todo = [...court.documents.todo().filter(({ about }) => about === row.number), ...course.due]
  return [200, {
    case: court.caseRow(row), todo, waiting: todo.length ? null : '法院在办，现在不用您做什么，有进展会告诉您', hearings: course.hearings, limits: course.limits, nodes,
    contact: { courtName: row.courtName, divisionName: row.divisionName, judge: '李*', clerk: '林*', panel: [], phone: '' },
    documents: papers.items.length, documentsToSign: papers.items.filter(({ state }) => state === 'toSign').length,
    messages: orders.length, messagesWaiting: orders.filter(({ state }) => state !== 'closed').length,
  }]
}
