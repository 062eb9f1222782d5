import { due } from './due.mjs'
import { Problem } from './http.mjs'

/** Requests to read the main volume of a case. */
export class Readings {
  items = []

  answer(method, where, query, body) {
    if (where === '/readings/terms') return [200, this.terms(query.caseId)]
    if (where === '/readings') return method === 'GET' ? [200, { items: this.items, nextCursor: null }] : [201, this.ask(body)]
    const [, id, act] = /^\/readings\/([^/]+)(?:\/(\w+))?$/.exec(where) ?? []
    if (!id) return null
    const one = this.items.find((item) => item.id === id)
    if (!one) throw new Problem(404, 'reading_request.not_found', '没有这个申请，或者不是您的')
    if (act === 'sign') Object.assign(one, { isSigned: true })
    if (act === 'urge') Object.assign(one, { urge: { allowed: false, count: 1, reason: '今天 9:02 催过了，明天 0:00 以后可再催' } })
    if (act === 'take-back') Object.assign(one, { state: 'ended', stateText: '已撤回', canRead: false, canTakeBack: false })
    return [200, one]
  }

  terms(caseId) {
    const files = [{ id: '0193d300-0000-7000-8000-000000000001', title: '起诉状', kindName: '起诉材料', volume: 1, pages: 4 }]
    return { caseId, caseNumber: '（2026）粤0104民初12345号', files, answerBy: due, purposes: ['准备开庭', '准备上诉'], openId: null }
  }

  ask({ id, caseId, fileIds, purpose }) {
    const { caseNumber, files } = this.terms(caseId)
    const item = {
      id, number: 'YJ20261120-0001', caseId, caseNumber, state: 'toReview', stateText: '法院在核对', purpose, answerBy: due, untilText: null, secondsLeft: null, canRead: false, isSigned: false,
      duty: { version: '2026-11', lines: ['我会保密。'], law: '查阅民事案件材料的规定第 8 条' },
      files: files.filter((file) => fileIds.includes(file.id)).map((file) => ({ ...file, hiddenPages: 0, lastPage: 0, seenPages: 0 })), lastFileId: null, outcome: null,
      steps: [{ title: '您申请看案卷', atText: '11 月 20 日（周五）10:05', isDone: true }], urge: { allowed: true, count: 0, reason: null }, canTakeBack: true, version: 1,
    }
    this.items.unshift(item)
    return item
  }
}
