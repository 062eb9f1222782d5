const field = (key, label, type, isRequired = true, more = {}) => ({ key, label, type, isRequired, hint: '', maxLength: type === 'text' ? 5000 : 200, isOfForm: true, options: [], ...more })
const form = (key, title, isRequired = true) => ({ key, title, isRequired, hint: '可以在这里填写，也可以传写好的', isForm: true })
const part = (key, title, isRequired = false, hint = '') => ({ key, title, isRequired, hint, isForm: false })
const contact = [field('address', '联系地址', 'line', false), field('phone', '联系电话', 'line', false)]

const kind = (name, group, title, plainly, more = {}) => ({
  kind: name, group, title, plainly, canAct: true, why: '', from: null, until: null, untilText: null, daysLeft: null, rule: '', fee: '', decider: group === 'material' ? '书记员核对、入卷' : '法官审查',
  workingDays: 3, needsSpecialAuthority: false, parts: [], fields: [], hasForm: false, reckoning: [], open: null, known: {}, ...more,
})

const defence = kind('defence', 'material', '答辩状', '写您的意见，回应对方', { hasForm: true, parts: [form('defence', '答辩状'), part('proof', '支持您说法的材料')], fields: [field('opinion', '答辩意见', 'text'), ...contact], canAct: false, why: '您是原告，答辩状由被告交。' })
const evidence = kind('evidence', 'material', '证据', '转账记录、合同、照片、录音', {
  hasForm: true, parts: [form('list', '证据目录', false), part('evidence', '证据', true, '一份一份传，每份写明证明什么；原件留好，开庭时带来')], fields: [field('list', '证据目录', 'text', false), ...contact], known: { phone: '13812345620' },
})
const identity = kind('identity', 'material', '身份证明', '身份证、营业执照、法定代表人身份证明书', { parts: [part('identity', '身份证明', true, '个人交身份证正反面'), part('more', '其他材料')] })
const appeal = kind('appeal', 'application', '提起上诉', '不服判决，请上一级法院再审一次', {
  until: '2026-12-07', untilText: '12 月 7 日（周一）', daysLeft: 17, rule: '民事诉讼法第一百七十一条', fee: '10 元，接到通知后 7 天内交', decider: '原审法院收下转送，二审法院审理', needsSpecialAuthority: true, hasForm: true,
  parts: [form('petition', '上诉状'), part('proof', '新的证据', false, '一审没有交过的')], fields: [field('claims', '上诉请求', 'text', true, { hint: '要二审法院改什么，一项一行' }), field('amount', '不服一审判决部分的金额', 'money', false), field('reasons', '上诉理由', 'text'), ...contact],
  known: { phone: '13812345620' },
})
const enforcement = (why) => kind('enforcement', 'application', '申请执行', '要对方照判决给钱、做事', { canAct: false, why })
const certificate = (more) => kind('effectCertificate', 'application', '开具生效证明', '证明判决已经生效，办执行、过户要用', { decider: '书记员核对、签发', hasForm: true, parts: [form('petition', '开具生效证明申请书', false)], fields: [field('purpose', '用在哪里', 'line', false)], ...more })
const refund = kind('feeRefund', 'application', '退费', '退多交的诉讼费，查到 50 元可退', {
  decider: '法官和财务核对', hasForm: true, parts: [form('petition', '退费申请书')],
  fields: [field('amount', '退费金额', 'money', true, { isOfForm: false }), field('holder', '开户人', 'line', true, { isOfForm: false }), field('account', '银行账号', 'account', true, { isOfForm: false })], known: { amount: '50.00', holder: '陈建华' },
  reckoning: [{ what: '交过的受理费', result: '100.00 元' }, { what: '调解结案，减半', result: '50.00 元' }],
})
const reckoning = [{ what: '您收到判决', result: '2026-10-16' }, { what: '对方收到判决', result: '2026-10-20' }, { what: '最后能上诉的一天', result: '2026-11-04（周三）' }, { what: '没人上诉，生效', result: '2026-11-05（周四）' }]

/** As the drawings have them: one case that goes on, one decided and not yet effective, the others effective. */
export function kindsIn({ stateText, open }) {
  if (stateText === '已宣判') return [appeal, enforcement('判决还没生效。双方都没上诉，生效后就能申请。'), certificate({ canAct: false, why: '上诉期没过。', from: '2026-12-08' })]
  if (open) return [evidence, defence, identity, kind('preservation', 'application', '财产保全', '怕对方转走财产，请法院先封住', { hasForm: true, parts: [form('petition', '财产保全申请书')], fields: [field('claims', '申请事项', 'text')] })]
  return [certificate({ reckoning }), enforcement('等生效证明开出来，一起交。'), refund]
}
