import { due } from './due.mjs'
import { Problem } from './http.mjs'

const kinds = [
  { code: 'lawyer', name: '律师', licensed: true, papers: [{ kind: 'powerOfAttorney', name: '授权委托书' }, { kind: 'letter', name: '律师事务所函' }], morePapers: [{ kind: 'licence', name: '律师执业证' }] },
  { code: 'closeRelative', name: '近亲属', licensed: false, papers: [{ kind: 'powerOfAttorney', name: '授权委托书' }, { kind: 'relation', name: '近亲属关系证明' }], morePapers: [] },
]

/** Requests to be bound to a case. */
export class Bindings {
  items = []
  given = []

  answer(method, where, body) {
    if (where === '/bindings/terms') return [200, { answerBy: due, kinds, items: [{ code: 'settle', name: '进行和解' }, { code: 'appeal', name: '提起上诉' }] }]
    if (where === '/bindings/given') return [200, { items: this.given }]
    if (where === '/bindings') return method === 'GET' ? [200, { items: this.items, nextCursor: null }] : this.ask(body)
    const [, id, act] = /^\/bindings\/([^/]+)(?:\/(\w+))?$/.exec(where) ?? []
    if (!id) return null
    const one = this.items.find((item) => item.id === id)
    if (act === 'end' && !one) return [204, void (this.given = this.given.filter((other) => other.id !== id))]
    if (!one) throw new Problem(404, 'case_binding.not_found', '没有这个申请，或者不是您的')
    if (act === 'end') return [204, void Object.assign(one, { state: 'ended', stateText: '已撤回', canEnd: false, endedText: '11 月 20 日，申请人撤回' })]
    if (act === 'supplement') Object.assign(one, { state: 'toReview', stateText: '法院在核对', needs: [], supplementBy: null, canSupplement: false, version: one.version + 1 })
    if (act === 'urge') Object.assign(one, { urge: { allowed: false, count: 1, reason: '今天 9:02 催过了，明天 0:00 以后可再催' } })
    return [200, one]
  }

  ask(body) {
    const twin = this.items.find((item) => item.id === body.id)
    if (twin) return [200, twin]
    const item = this.item(body)
    this.items.unshift(item)
    return [201, item]
  }

  item({ id, caseNumber, partyName, kind }) {
    return {
      id, number: 'BD20261120-0001', caseNumber, partyName, courtName: '越秀区人民法院', kindName: kinds.find(({ code }) => code === kind)?.name ?? '律师', paperAuthorityName: '一般授权',
      state: 'toReview', stateText: '法院在核对', askedText: '11 月 20 日（周五）9:50', answerBy: due, needs: [], supplementBy: null, outcome: null, authorityName: '', endsOnText: null, endedText: null,
      papers: [], paperKinds: kinds[0].papers, urge: { allowed: true, count: 0, reason: null }, canSupplement: false, canEnd: true, enteredByCourt: false, version: 1,
    }
  }
}
