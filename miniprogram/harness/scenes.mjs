import { chen } from '../test/fake/court.mjs'
import { casesOfChen, hearingOn } from '../test/fake/data.mjs'
import { evidence, hearing, node, trial } from '../test/fake/course.mjs'
import { documentIds, documentsOfChen, feeNotice, linkToken } from '../test/fake/documents.mjs'
import { materialScenes } from './materialScenes.mjs'

const [lending] = casesOfChen
const ids = { answered: '0193b000-0000-7000-8000-000000000001', waiting: '0193b000-0000-7000-8000-000000000002', asked: '0193b000-0000-7000-8000-000000000003' }
const pdf = { info: { id: '0193c000-0000-7000-8000-000000000001', name: '银行流水打印说明.pdf', contentType: 'application/pdf', size: 215040, sha256: '' }, bytes: Buffer.from('%PDF-1.4') }

/** What the drawings show: one answered message, one waiting and urged today, one that waits for the litigant. */
export function furnish(court) {
  const person = chen(court)
  const write = (id, text) => court.create(person, { id, category: 'handOverMaterials', text, caseId: lending.id, attachmentIds: [] })
  write(ids.answered, '开庭带手机给法官看转账记录，行不行？\n我 12 月 3 日开庭，转账记录都在手机里。')
  court.answer(ids.answered, '您问开庭能不能带手机出示转账记录。可以。请开庭当天带上手机，在法庭上打开给法官和对方看。\n另外请您到银行打印一份盖章的流水，最晚 11 月 27 日拍照交来。银行不给打印的，写明原因，法院可以帮您调取。', [pdf])
  write(ids.waiting, '证人外地来不了，能视频作证吗？')
  court.urge(person, ids.waiting, { id: 'urge-1' })
  write(ids.asked, '想申请调取对方的银行账户记录')
  court.askFor(ids.asked, '请写明要调取的账户名、开户行和起止时间。')
  return person
}

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }
const narrow = { width: 320, height: 640 }
const small = { width: 360, height: 740 }

const draftText = '法官您好：我 12 月 3 日开庭，转账记录都在手机里。开庭时带手机给您看行不行？还是一定要银行盖章的原件？'
const jpeg = { name: '银行流水.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(1_250_000)]) }

const takeOver = (fake) => {
  fake.court.courses[lending.id] = {
    hearings: [hearing], due: [evidence], limits: [trial],
    nodes: [node(2, '开庭的日子定了', '排定开庭', '2026-11-10', '请按时到庭；来不了要提前告诉法官'), node(1, '法院收下了案子', '立案', '2026-09-08', '法院已经受理，案件有了案号')],
  }
}

const survey = '#/pages/survey/index?token=Zm9sbG93LXRoaXMtbGluaw'
const answered = (fake) => fake.court.orders.find((order) => order.id === ids.answered)
const offerSurvey = (fake) => (answered(fake).surveyToken = 'Zm9sbG93LXRoaXMtbGluaw')
const dissatisfied = async (page) => {
  await page.getByRole('radio', { name: '不满意', exact: true }).click()
  await page.locator('#survey-words textarea').fill('只说可以带手机，没说要不要原件。')
}
const rateBySurvey = async (page) => {
  await dissatisfied(page)
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('评价收到了').waitFor()
}
const reopen = (fake) => {
  answered(fake).rating = { score: 'dissatisfied', words: '只说可以带手机，没说要不要原件。' }
  fake.court.reopen(ids.answered)
}

const documents = '#/pages/documents/index'
const paper = (page, id) => `#/pages/documents/${page}?id=${id}`
const served = (fake) => (fake.court.documents.all = documentsOfChen())
const servedTwo = (fake) => (fake.court.documents.all = [...documentsOfChen(), feeNotice()])
const opened = (fake) => {
  served(fake)
  fake.court.documents.opened(documentIds.judgment)
}
const openedOneOfTwo = (fake) => {
  servedTwo(fake)
  fake.court.documents.opened(documentIds.judgment)
}
const signedFor = (fake) => {
  served(fake)
  fake.court.documents.opened(documentIds.judgment).sign({ ids: [documentIds.judgment], signature: 'x' })
}
const writeName = async (page) => {
  const box = await page.locator('#signature').boundingBox()
  const strokes = [[[60, 90], [60, 200]], [[60, 92], [90, 110], [62, 140], [92, 165], [60, 190]], [[120, 100], [170, 96]], [[145, 80], [140, 210]], [[200, 110], [260, 104], [228, 190]], [[280, 90], [262, 150]], [[300, 120], [300, 210]], [[270, 180], [340, 176]]]
  for (const [[x, y], ...rest] of strokes) {
    await page.mouse.move(box.x + x, box.y + y)
    await page.mouse.down()
    for (const [a, b] of rest) await page.mouse.move(box.x + a, box.y + b, { steps: 6 })
    await page.mouse.up()
  }
}
const signNow = async (page) => {
  await writeName(page)
  await page.getByRole('checkbox').last().click()
}
const askCode = (page) => page.getByRole('button', { name: '发送验证码' }).click()

const next = (page) => page.getByRole('button', { name: '下一步' }).click()
const toCategory = async (page) => {
  await page.getByText(lending.title).click()
  await next(page)
}
const toText = async (page) => {
  await toCategory(page)
  await page.getByText('交材料、交证据').click()
  await next(page)
}
const writeText = async (page) => {
  await toText(page)
  await page.locator('#message-text textarea').fill(draftText)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选图片或文件' }).click()
  await (await chooser).setFiles(jpeg)
  await page.getByText('已传好').waitFor({ timeout: 8000 })
}
const toConfirm = async (page) => {
  await writeText(page)
  await page.getByText('草稿已保存').waitFor()
  await next(page)
  await page.getByText('法院最迟将于').waitFor()
}

const many = (fake) => {
  served(fake)
  for (let at = 1; at <= 5; at++) fake.court.create(fake.court.persons[0], { id: `0193b000-0000-7000-8000-00000000010${at}`, category: 'handOverMaterials', text: `第 ${at} 次问开庭时间`, caseId: lending.id, attachmentIds: [] })
}
const seek = async (page) => {
  await page.locator('#search-words input').fill('开庭')
  await page.getByText('开庭传票').waitFor()
}
const deadlines = (fake) => {
  const [judgment, ...others] = documentsOfChen()
  fake.court.documents.all = [{ ...judgment, state: 'signed', canSign: false }, ...others, feeNotice()]
  fake.court.persons[0].olderAnswers = 18
  const left = fake.court.create(fake.court.persons[0], { id: '0193b000-0000-7000-8000-000000000201', category: 'handOverMaterials', text: '证人能视频作证吗', caseId: lending.id, attachmentIds: [] })
  fake.court.askFor(left.order.id, '请写明证人的住址。')
}
const sixteenCases = (fake) => {
  deadlines(fake)
  const [of] = fake.court.persons[0].cases.slice(2)
  const more = Array.from({ length: 12 }, (_, at) => ({ ...of, id: `many-${at}`, number: `（2026）粤0104民初${18700 + at}号`, title: '黄*和李*萍的买卖合同纠纷', days: at < 5 ? [hearingOn(`2026-11-2${5 + (at % 3)}`, `周${'三四五'[at % 3]}`, 5 + (at % 3))] : [] }))
  fake.court.persons[0].cases = [...fake.court.persons[0].cases, ...more]
}
const publish = (fake) => (fake.court.agreements = fake.court.agreements.map((a) => ({ ...a, id: a.id.replace(/.$/, '9'), version: 2 })).slice(0, 1))
const expire = async (page, fake) => {
  fake.court.sessions = []
  await page.getByText('已答复', { exact: true }).first().click()
  await page.getByText('登录过期了').waitFor()
}
const loseAnswer = async (page, fake) => {
  await toConfirm(page)
  fake.fail = ({ method, path }) => (method === 'POST' && path === '/work-orders' ? 'lose' : path.startsWith('/sends/') ? 'drop' : null)
  await page.getByRole('button', { name: '发送留言' }).click()
  await page.getByText('现在连不上法院').waitFor({ timeout: 15_000 })
}
const supplement = async (page) => {
  await page.locator('#supplement-text textarea').fill('证人在上海，来一趟要两天。')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('补充的话发出去了').waitFor()
}
const alike = (fake) => (fake.court.documents.all = [documentsOfChen()[0], { ...feeNotice(), title: '民事判决书', serial: 'SD20261120-0042-0001-02' }, ...documentsOfChen().slice(1)])

const write = '#/pages/messages/write'
const detail = (id) => `#/pages/messages/detail?id=${id}`

/** name → { size, url, signedOut, elder, ready (text to wait for), act(page), before(fake), offline } */
const drawn = {
  '01-home': { size: phone, url: '#/', ready: '我的案件' },
  '01-home-signed-out': { size: phone, url: '#/', signedOut: true, ready: '有话想问法官' },
  '01-home-320': { size: narrow, url: '#/', ready: '我的案件' },
  '01-home-360': { size: small, url: '#/', ready: '我的案件' },
  '02a-case': { size: phone, url: write, ready: '不是案子的事', act: (page) => page.getByText(lending.title).click() },
  '02a-case-number': {
    size: phone,
    url: write,
    ready: '不是案子的事',
    act: async (page) => {
      await page.getByText('用案号添加').click()
      await page.locator('#case-number input').fill('2026 粤0104民初12345')
      await page.getByRole('button', { name: '查一查' }).click()
      await page.getByText('是您本人的案件').waitFor()
    },
  },
  '02a-court': { size: phone, url: write, ready: '不是案子的事', act: (page) => page.getByText('不是案子的事').click() },
  '02b-category': { size: phone, url: write, ready: '不是案子的事', act: toCategory },
  '02c-text': { size: phone, url: write, ready: '不是案子的事', act: writeText },
  '02d-confirm': { size: phone, url: write, ready: '不是案子的事', act: toConfirm },
  '02d-confirm-320': { size: narrow, url: write, ready: '不是案子的事', act: toConfirm },
  '02d-confirm-wide': { size: desktop, url: write, ready: '不是案子的事', act: toConfirm },
  '03a-waiting': { size: phone, url: detail(ids.waiting), ready: '法官正在处理' },
  '03a-asked': { size: phone, url: detail(ids.asked), ready: '法官请您补充' },
  '03b-answered': { size: phone, url: detail(ids.answered), ready: '对留言的答复', act: (page) => page.getByText('基本满意').click() },
  '03b-answered-320': { size: narrow, url: detail(ids.answered), ready: '对留言的答复' },
  '03c-supplement': { size: phone, url: `#/pages/messages/supplement?id=${ids.waiting}`, ready: '补充说明' },
  '04a-cases': { size: phone, url: '#/pages/cases/index', ready: '在办' },
  '04a-cases-320': { size: narrow, url: '#/pages/cases/index', ready: '在办' },
  '04b-case': { size: phone, url: `#/pages/cases/detail?id=${lending.id}`, ready: '谁在办', before: takeOver },
  '04b-case-320': { size: narrow, url: `#/pages/cases/detail?id=${lending.id}`, ready: '谁在办', before: takeOver },
  '04b-case-elder': { size: phone, url: `#/pages/cases/detail?id=${lending.id}`, ready: '谁在办', elder: true, before: takeOver },
  '04c-case-appeal': { size: phone, url: `#/pages/cases/detail?id=${casesOfChen[1].id}`, ready: '谁在办', before: (fake) => (fake.court.documents.all = documentsOfChen()) },
  '04e-lookup': { size: phone, url: '#/pages/cases/lookup', ready: '输入案号查一查' },
  '05-messages': { size: phone, url: '#/pages/messages/index', ready: '就这些了' },
  '05-messages-wide': { size: desktop, url: '#/pages/messages/index', ready: '就这些了' },
  '07a-phone': { size: phone, url: '#/pages/account/sign-in', signedOut: true, ready: '用手机号登录' },
  '07a-code': {
    size: phone,
    url: '#/pages/account/sign-in',
    signedOut: true,
    ready: '用手机号登录',
    act: async (page) => {
      await page.locator('#phone input').fill('13812345621')
      await page.getByRole('checkbox').click()
      await page.getByRole('button', { name: '发送验证码' }).click()
      await page.locator('#sms-code input').fill('4072')
    },
  },
  '07b-real-name': { size: phone, url: '#/pages/account/real-name', before: (fake) => { fake.court.persons[0].masked = null }, ready: '先确认您是本人' },
  '06a-notices': { size: phone, url: '#/pages/notices/index', ready: '就这些了' },
  '06a-notices-320': { size: narrow, url: '#/pages/notices/index', ready: '就这些了' },
  '06a-notices-wide': { size: desktop, url: '#/pages/notices/index', ready: '就这些了' },
  '06b-notices-elder': { size: phone, url: '#/pages/notices/index', elder: true, ready: '就这些了' },
  '06c-notices-empty': { size: phone, url: '#/pages/notices/index', ready: '还没有消息', before: (fake) => (fake.court.notices = []) },
  '07c-account': { size: phone, url: '#/pages/account/index', ready: '就是这台设备' },
  '08a-elder-home': { size: phone, url: '#/', elder: true, ready: '您想办什么' },
  '08a-elder-home-320': { size: narrow, url: '#/', elder: true, ready: '您想办什么' },
  '08b-elder-message': { size: phone, url: detail(ids.answered), elder: true, ready: '对留言的答复' },
  '08c-elder-confirm': { size: phone, url: write, elder: true, ready: '不是案子的事', act: toConfirm },
  '08d-elder-cases': { size: phone, url: '#/pages/cases/index', elder: true, ready: '在办' },
  '08e-elder-question': {
    size: phone,
    url: write,
    elder: true,
    ready: '不是案子的事',
    act: async (page) => {
      await toConfirm(page)
      await page.reload()
      await page.getByRole('button', { name: '修改' }).click()
      await page.getByText('删掉，重新写').click()
    },
  },
  '09a-empty': { size: phone, url: '#/pages/messages/index', ready: '还没有留言', before: (fake) => (fake.court.list = () => ({ items: [], nextCursor: null })) },
  '09b-loading': { size: phone, url: '#/pages/cases/index', ready: '正在打开您的案件', hang: '/cases' },
  '09c-offline': {
    size: phone,
    url: write,
    ready: '不是案子的事',
    act: async (page) => {
      await toText(page)
      await page.locator('#message-text textarea').fill(draftText)
      await page.context().setOffline(true)
      await page.getByText('现在没有网络').waitFor()
    },
  },
  '09d-error': { size: phone, url: '#/pages/cases/index', ready: '暂时打不开您的案件', broken: '/cases' },
  '11a-survey': { size: phone, url: survey, signedOut: true, before: offerSurvey, ready: '您满意吗', act: dissatisfied },
  '11b-survey-thanks': { size: phone, url: survey, signedOut: true, before: offerSurvey, ready: '您满意吗', act: rateBySurvey },
  '11c-survey-over': { size: phone, url: survey, signedOut: true, ready: '链接打不开' },
  '11d-survey-rated': { size: phone, url: survey, signedOut: true, before: (fake) => { offerSurvey(fake); answered(fake).rating = { score: 'satisfied', words: null } }, ready: '已评价' },
  '11e-survey-elder': { size: phone, url: survey, elder: true, before: offerSurvey, ready: '您满意吗', act: dissatisfied },
  '11f-survey-320': { size: narrow, url: survey, signedOut: true, before: offerSurvey, ready: '您满意吗' },
  '11g-survey-wide': { size: desktop, url: survey, signedOut: true, before: offerSurvey, ready: '您满意吗', act: dissatisfied },
  '11h-survey-wide-over': { size: desktop, url: survey, signedOut: true, ready: '链接打不开' },
  '12a-reopened': { size: phone, url: detail(ids.answered), before: reopen, ready: '法院重新办理' },
  '12b-reopened-wide': { size: desktop, url: detail(ids.answered), before: reopen, ready: '法院重新办理' },
  '12c-merged': { size: phone, url: detail(ids.waiting), before: (fake) => fake.court.merge(ids.waiting, ids.answered), ready: '已并在一起' },
  '12d-list': { size: phone, url: '#/pages/messages/index', before: (fake) => { reopen(fake); fake.court.merge(ids.waiting, ids.asked) }, ready: '已并在一起' },
  '05a-docs': { size: phone, url: documents, before: served, ready: '1 份文书等您签收' },
  '05a-docs-by-case': { size: phone, url: documents, before: served, ready: '1 份文书等您签收', act: (page) => page.getByText('按案件看').click() },
  '05a-docs-elder': { size: phone, url: documents, elder: true, before: served, ready: '1 份文书等您签收' },
  '05a-docs-wide': { size: desktop, url: documents, before: served, ready: '1 份文书等您签收' },
  '05a-docs-320': { size: narrow, url: documents, before: served, ready: '1 份文书等您签收' },
  '05a-docs-empty': { size: phone, url: documents, ready: '还没有文书' },
  '05a-docs-error': { size: phone, url: documents, ready: '暂时打不开您的文书', broken: '/documents' },
  '05a-docs-signed-out': { size: phone, url: documents, signedOut: true, ready: '先登录' },
  '05b-before': { size: phone, url: paper('detail', documentIds.judgment), before: served, ready: '不打开会怎样' },
  '05b-opened': { size: phone, url: paper('detail', documentIds.judgment), before: opened, ready: '您已经打开过' },
  '05b-before-elder': { size: phone, url: paper('detail', documentIds.judgment), elder: true, before: served, ready: '不打开会怎样' },
  '05b-before-wide': { size: desktop, url: paper('detail', documentIds.judgment), before: served, ready: '不打开会怎样' },
  '05c-sign': { size: phone, url: paper('sign', documentIds.judgment), before: opened, ready: '请签上您的名字', act: signNow },
  '05c-sign-two': { size: phone, url: paper('sign', documentIds.judgment), before: openedOneOfTwo, ready: '一起签收', act: signNow },
  '05c-sign-elder': { size: phone, url: paper('sign', documentIds.judgment), elder: true, before: opened, ready: '请签上您的名字', act: signNow },
  '05c-sign-wide': { size: desktop, url: paper('sign', documentIds.judgment), before: opened, ready: '请签上您的名字', act: signNow },
  '05c-sign-offline': {
    size: phone, url: paper('sign', documentIds.judgment), before: opened, ready: '请签上您的名字',
    act: async (page) => {
      await signNow(page)
      await page.context().setOffline(true)
      await page.getByRole('button', { name: '确认签收' }).click()
      await page.getByText('没有送到法院').first().waitFor()
    },
  },
  '05d-signed': {
    size: phone, url: paper('sign', documentIds.judgment), before: opened, ready: '请签上您的名字',
    act: async (page) => {
      await signNow(page)
      await page.getByRole('button', { name: '确认签收' }).click()
      await page.getByText('已签收').locator('visible=true').first().waitFor()
    },
  },
  '05d-signed-elder': { size: phone, url: paper('detail', documentIds.judgment), elder: true, before: signedFor, ready: '要上诉，最晚' },
  '05d-signed-wide': { size: desktop, url: paper('detail', documentIds.judgment), before: signedFor, ready: '要上诉，最晚' },
  '05e-history': { size: phone, url: paper('history', documentIds.judgment), before: signedFor, ready: '文件指纹' },
  '05e-certificate': { size: phone, url: paper('history', documentIds.summons), before: served, ready: '下载电子送达凭证' },
  '05f-visit': { size: phone, url: `#/pages/documents/visit?token=${linkToken}`, signedOut: true, before: served, ready: '先核对手机' },
  '05f-visit-code': { size: phone, url: `#/pages/documents/visit?token=${linkToken}`, signedOut: true, before: served, ready: '先核对手机', act: askCode },
  '05f-visit-over': { size: phone, url: '#/pages/documents/visit?token=nobodys', signedOut: true, ready: '链接打不开' },
  '05f-visit-wide': { size: desktop, url: `#/pages/documents/visit?token=${linkToken}`, signedOut: true, before: served, ready: '先核对手机' },
  '05g-address': { size: phone, url: '#/pages/documents/address-confirmation', ready: '文书怎么送给您' },
  '05g-address-elder': { size: phone, url: '#/pages/documents/address-confirmation', elder: true, ready: '文书怎么送给您' },
  '05g-address-wide': { size: desktop, url: '#/pages/documents/address-confirmation', ready: '文书怎么送给您' },
  '01-home-documents': { size: phone, url: '#/', before: served, ready: '签收民事判决书' },
  '01-home-documents-elder': { size: phone, url: '#/', elder: true, before: served, ready: '有 1 份等您签收' },
  '01-home-deadlines': { size: phone, url: '#/', before: deadlines, ready: '不服可以上诉' },
  '01-home-deadlines-elder': { size: narrow, url: '#/', elder: true, before: deadlines, ready: '还有' },
  '04d-cases-many': { size: phone, url: '#/pages/cases/index', before: sixteenCases, ready: '按期限' },
  '04d-cases-many-wide': { size: desktop, url: '#/pages/cases/index', before: sixteenCases, ready: '按期限' },
  '13a-search': { size: phone, url: '#/pages/search/index', before: many, ready: '从您的案件', act: seek },
  '13b-home-many': { size: phone, url: '#/', before: many, ready: '找案件、留言、文书' },
  '14a-missing': { size: phone, url: '#/pages/nowhere/index', ready: '没有这个页面' },
  '14b-agreement': { size: phone, url: '#/pages/account/agreement?kind=privacyPolicy', signedOut: true, ready: '第 1 版' },
  '14c-consent': { size: phone, url: '#/pages/messages/index', before: publish, ready: '用以前，请先看一看' },
  '14d-expired': { size: phone, url: '#/pages/messages/index', ready: '就这些了', act: expire },
  '14e-unknown': { size: phone, url: write, ready: '不是案子的事', act: loseAnswer },
  '14f-supplement-sent': { size: phone, url: `#/pages/messages/supplement?id=${ids.waiting}`, ready: '补充说明', act: supplement },
  '14g-look-alikes': { size: phone, url: documents, before: alike, ready: '编号末尾' },
  '10a-wide-home': { size: desktop, url: '#/', ready: '我的案件' },
  '10a-wide-kiosk': { size: desktop, url: '?kiosk=1#/', signedOut: true, ready: '60 秒没有操作' },
  '10b-wide-message': { size: desktop, url: detail(ids.answered), ready: '对留言的答复' },
  '10c-wide-elder': { size: desktop, url: '#/', elder: true, ready: '您想办什么' },
}

/** Every page that an ordinary phone shows at once also in elder mode on the narrowest one. */
const eldersNarrow = Object.entries(drawn)
  .filter(([name, { size, elder, hang }]) => size === phone && !elder && !hang && !/^(01|13b)/.test(name))
  .map(([name, scene]) => [`elder-320-${name}`, { ...scene, size: narrow, elder: true }])

export const scenes = { ...drawn, ...materialScenes, ...Object.fromEntries(eldersNarrow) }
