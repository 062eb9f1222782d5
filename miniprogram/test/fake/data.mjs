/** The people, courts and cases of the drawings. Today is Friday, 20 November 2026. */
export const today = '2026-11-20'

export const courts = [
  ['c-01', '广州市中级人民法院', '广州中院'],
  ['c-04', '广州市越秀区人民法院', '越秀法院'],
  ['c-03', '广州市荔湾区人民法院', '荔湾法院'],
  ['c-05', '广州市海珠区人民法院', '海珠法院'],
  ['c-06', '广州市天河区人民法院', '天河法院'],
  ['c-11', '广州市白云区人民法院', '白云法院'],
  ['c-12', '广州市黄埔区人民法院', '黄埔法院'],
  ['c-13', '广州市番禺区人民法院', '番禺法院'],
  ['c-14', '广州市花都区人民法院', '花都法院'],
  ['c-15', '广州市南沙区人民法院', '南沙法院'],
  ['c-17', '广州市从化区人民法院', '从化法院'],
  ['c-18', '广州市增城区人民法院', '增城法院'],
  ['c-92', '广州互联网法院', '广州互联网法院'],
].map(([id, name, shortName]) => ({ id, name, shortName }))

export const categories = [
  ['caseQuery', '案件查询', '案子到哪一步了', '什么时候立案、开庭、出结果'],
  ['handOverMaterials', '递交材料', '交材料、交证据', '怎么交、交到哪、要不要原件'],
  ['contactJudge', '联系法官', '改时间、请假，找法官', '开庭来不了，想换日期，或想和解'],
  ['litigationConsultation', '诉讼咨询', '打官司怎么办', '起诉、上诉、申请执行怎么做'],
  ['suggestion', '意见建议', '提意见、反映情况', ''],
].map(([code, name, plain, hint]) => ({ code, name, plain, hint }))

/** Today is the Friday 20 November 2026. */
export const headingOf = (date) => (date === '2026-11-20' ? '今天到期' : date < '2026-11-23' ? '本周' : date < '2026-11-30' ? '下周' : '再往后')

/** A hearing at 09:30, as a case has it ahead. */
export const hearingOn = (date, weekdayText, left) => ({
  kind: 'hearing', date, dayText: date.slice(5), weekdayText, text: `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日（${weekdayText}）09:30 开庭`, shortText: '09:30 开庭', leftText: `还有 ${left} 天`, headingText: headingOf(date),
})

export const casesOfChen = [
  {
    id: '0193a000-0000-7000-8000-000000000001',
    number: '（2026）粤0104民初12345号',
    title: '您告李*强借钱不还',
    cause: '民间借贷',
    courtName: '越秀区人民法院',
    divisionName: '民事审判第一庭',
    stageText: '一审',
    stateText: '等开庭',
    roleText: '原告',
    open: true,
    days: [hearingOn('2026-12-03', '周四', 13)],
  },
  {
    id: '0193a000-0000-7000-8000-000000000002',
    number: '（2026）粤0106民初20871号',
    title: '您和公司的工资纠纷',
    cause: '劳动争议',
    courtName: '天河区人民法院',
    divisionName: '民事审判第二庭',
    stageText: '一审',
    stateText: '已宣判',
    roleText: '原告',
    open: true,
  },
  {
    id: '0193a000-0000-7000-8000-000000000003',
    number: '（2025）粤01民终30562号',
    title: '租房合同纠纷',
    cause: '房屋租赁合同纠纷',
    courtName: '广州市中级人民法院',
    divisionName: '民事审判第五庭',
    stageText: '二审',
    stateText: '法官在审理',
    roleText: '上诉人',
    open: true,
  },
  {
    id: '0193a000-0000-7000-8000-000000000004',
    number: '（2024）粤0104民初888号',
    title: '您告装修公司退定金',
    cause: '装饰装修合同纠纷',
    courtName: '越秀区人民法院',
    divisionName: '民事审判第三庭',
    stageText: '一审',
    stateText: '已结案',
    roleText: '原告',
    open: false,
  },
].map((row) => ({ days: [], mayAppeal: false, sensitive: false, ...row, filedText: '2026 年 9 月 8 日立案' }))

/** What a person agrees to, as it is in force. */
export const agreements = [
  { id: '0193e000-0000-7000-8000-000000000001', kind: 'privacyPolicy', version: 1, title: '广州微法院隐私政策', publishedText: '2026 年 11 月 1 日', text: '本政策说明怎样保护您的信息。\n# 一、处理哪些信息\n手机号：登录和通知。' },
  { id: '0193e000-0000-7000-8000-000000000002', kind: 'userAgreement', version: 1, title: '广州微法院用户服务协议', publishedText: '2026 年 11 月 1 日', text: '欢迎使用。\n# 一、能办什么\n留言、看案件、签收文书。' },
]

/** Name and ID number that the identity check knows. */
export const identities = [{ name: '陈建华', idNumber: '440104195603070012', masked: '陈*华', cases: casesOfChen }]
