import { casesOfChen } from '../test/fake/data.mjs'

const [lending, wages, , closed] = casesOfChen
const phone = { width: 390, height: 844 }
const mid = { width: 375, height: 740 }
const narrow = { width: 320, height: 640 }
const desktop = { width: 1280, height: 800 }

const photo = (name) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(700_000)]) })
const id = (nth) => `0193d000-0000-7000-8000-0000000000${String(nth).padStart(2, '0')}`

/** What the drawings have: one to supplement, one that waits, two taken in, one refused. */
const handedIn = ({ court }) => {
  const person = court.persons[0]
  const { submissions } = court
  const attach = (nth, name) => court.attach(person, { fields: { id: `0193e000-0000-7000-8000-00000000a0${String(nth).padStart(2, '0')}` }, file: { part: 'file', name, bytes: Buffer.from(`%PDF-1.4 ${name}`) } }).attachment.id
  const send = (nth, row, kind, part, names, title) => {
    const files = names.map((name, at) => ({ attachmentId: attach(nth * 4 + at, name), part, title: kind === 'evidence' ? name.replace(/\..*/, '') : null, source: null, proves: kind === 'evidence' ? '证明 3 月 5 日借给对方 5 万元' : null }))
    submissions.send(person, { id: id(nth), caseId: row.id, kind, answers: [], files })
    const [one] = submissions.items
    if (title) one.title = title
    return one
  }
  submissions.accept(send(1, lending, 'evidence', 'evidence', ['借条照片.pdf'], '借条照片'))
  submissions.accept(send(2, lending, 'evidence', 'evidence', ['证据目录.pdf'], '证据目录'))
  send(3, lending, 'evidence', 'evidence', ['转账记录.pdf', '聊天记录.pdf'])
  submissions.ask(send(4, lending, 'identity', 'identity', ['身份证.pdf'], '起诉状、身份证、银行流水'), ['起诉状：第 1 页写欠 50,000 元，第 3 页写 48,000 元。请改成一样。', '身份证：只有正面，请补拍反面。', '银行流水：没有银行盖章。银行不给盖的，写明原因也行。'])
  submissions.refuse(send(5, wages, 'appeal', 'petition', ['申请.pdf'], '改开庭时间的申请'), '开庭前一天才申请，没有写明来不了的原因，也没有附证明。')
  submissions.send(person, { id: id(6), caseId: closed.id, kind: 'effectCertificate', answers: [], files: [] })
  submissions.released[lending.id] = [{ id: id(9), number: 'CL20261112-0003', kind: 'defence', title: '答辩状', by: '被告 李*强', releasedAt: '2026-11-12T02:00:00Z', sentAt: '2026-11-11T02:00:00Z', files: submissions.items.at(-1).files }]
}
const certified = (fake) => {
  handedIn(fake)
  fake.court.submissions.accept(fake.court.submissions.items[0], { certificate: { number: '（2026）粤0104证明0001号', code: 'K7PQ-2081-XM', url: '' }, decisionText: '已核对，判决于 2026 年 11 月 5 日生效。' })
}

const materials = '#/pages/materials'
const write = (row, kind) => `${materials}/write?caseId=${row.id}&kind=${kind}`
const detail = (nth) => `${materials}/detail?id=${id(nth)}`
const next = (page) => page.getByText('下一步').locator('visible=true').click()

async function choose(page, ...names) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('选图片或文件').locator('visible=true').first().click()])
  await chooser.setFiles(names.map(photo))
}
const bring = async (page) => {
  await choose(page, '身份证正面.jpg', '身份证反面.jpg')
  await page.getByText('已传好，核对一致').nth(1).waitFor()
}
const check = async (page) => {
  await bring(page)
  await next(page)
  await page.getByText('核对一遍再交').waitFor()
}
const send = async (page) => {
  await check(page)
  await page.getByText('交给法院').locator('visible=true').last().click()
  await page.getByText('法院收到了').waitFor()
}
const evidence = async (page) => {
  await choose(page, '转账记录.jpg')
  await page.getByText('已传好，核对一致').waitFor()
  await page.locator('textarea').first().fill('证明 3 月 5 日借给对方 5 万元')
}
/** A large video stopped on its way. */
const stopVideo = async (page, fake) => {
  let pieces = 0
  fake.fail = ({ method, path }) => (method === 'PATCH' && path.startsWith('/uploads') && ++pieces > 3 ? 'drop' : null)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('选图片或文件').locator('visible=true').first().click()])
  await chooser.setFiles([{ name: '还款谈话录像.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(24_000_000) }])
  await page.getByText('先停下').click()
  await page.getByText('传到哪了').click()
  await page.getByText('可以接着传').waitFor()
}
const fill = async (page) => {
  await page.locator('textarea').fill('1. 撤销一审判决第二项；\n2. 改判公司付拖欠的工资 18,000 元。')
  await next(page)
  await page.locator('#field-amount input').fill('18000.00')
  await next(page)
  await page.locator('textarea').fill('一审没有算 2026 年 3 月的加班工资，考勤表和工资条可以证明。')
  await next(page)
  await page.locator('#field-phone').waitFor()
  await next(page)
  await page.getByText('可不交').waitFor()
  await next(page)
  await page.getByText('照您填的做好了').waitFor()
}

const at = (url, ready, more = {}) => ({ size: phone, url, ready, before: handedIn, ...more })
const drawn = {
  'm06a-kind': at(`${materials}/choose?caseId=${lending.id}`, '要交哪种材料'),
  'm06a-case': at(`${materials}/choose`, '给哪个案子交'),
  'm06b-files': at(write(lending, 'identity'), '还差 1 样', { act: bring }),
  'm06b-evidence': at(write(lending, 'evidence'), '写明证明什么', { act: evidence }),
  'm06b-check': at(write(lending, 'identity'), '还差 1 样', { act: check }),
  'm06c-receipt': at(write(lending, 'identity'), '还差 1 样', { act: send }),
  'm12a-list': at(`${materials}/index`, '1 份要您补'),
  'm12a-empty': at(`${materials}/index`, '还没有交过材料', { before: undefined }),
  'm12a-error': at(`${materials}/index`, '暂时打不开您交的材料', { broken: '/submissions' }),
  'm12b-asked': at(detail(4), '请补这 3 处'),
  'm12b-begun': at(detail(4), '请补这 3 处', { act: (page) => page.getByText('开始补交').click() }),
  'm12b-waiting': at(detail(3), '最迟这天答复您'),
  'm12b-refused': at(detail(5), '没有通过'),
  'm12c-video': at(write(lending, 'identity'), '还差 1 样', { act: stopVideo }),
  'm17-appeal': at(`#/pages/applications/detail?caseId=${wages.id}&kind=appeal`, '还差 1 样'),
  'm17-fields': at(write(wages, 'appeal'), '上诉请求'),
  'm17-check': at(write(wages, 'appeal'), '上诉请求', { act: fill }),
  'm17b-waiting': at(detail(6), '正在核对'),
  'm17b-certificate': at(detail(6), '证明开好了', { before: certified }),
  'm17c-list': at('#/pages/applications/index', '现在能办'),
  'm04b-case': at(`#/pages/cases/detail?id=${lending.id}`, '对方交的，法院给您看'),
}

const sized = (suffix, more) => Object.fromEntries(Object.entries(drawn).map(([name, scene]) => [`${name}-${suffix}`, { ...scene, ...more }]))

/** Every page also on 375 and 320, in elder mode, and on a wide screen. */
export const materialScenes = {
  ...drawn,
  ...sized('375', { size: mid }),
  ...sized('320', { size: narrow }),
  ...sized('elder', { size: mid, elder: true }),
  ...sized('elder-320', { size: narrow, elder: true }),
  ...Object.fromEntries(['m12b-asked', 'm17-appeal', 'm17c-list', 'm06a-kind', 'm17b-waiting'].map((name) => [`${name}-wide`, { ...drawn[name], size: desktop }])),
  'm12a-list-wide': { ...drawn['m12a-list'], size: desktop, ready: '还差 3 处' },
  'm12a-list-wide-elder': { ...drawn['m12a-list'], size: desktop, elder: true, ready: '还差 3 处' },
}
