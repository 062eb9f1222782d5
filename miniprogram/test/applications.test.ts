import { afterEach, expect, test, vi } from 'vitest'
import { readDraft } from '@/drafts/drafts'
import { endSubmissionDraft, saveDraft, submissionDrafts } from '@/drafts/submissions'
import Detail from '@/pages/applications/detail.vue'
import List from '@/pages/applications/index.vue'
import Case from '@/pages/cases/detail.vue'
import Material from '@/pages/materials/detail.vue'
import Write from '@/pages/materials/write.vue'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'
import { button, openPage, press, shows } from './pages'

const given = givenCourt()
const [lending, wages, , closed] = casesOfChen
afterEach(() => {
  for (const { id } of submissionDrafts()) endSubmissionDraft(id)
})
const type = (page: Awaited<ReturnType<typeof openPage>>, value: string) => page.find('textarea').trigger('input', { detail: { value } })
const items = () => given.fake.court.submissions.items
const sendCertificate = () => given.fake.court.submissions.send(given.person, { id: '0193b000-0000-7000-8000-00000000cc01', caseId: closed.id, kind: 'effectCertificate', answers: [], files: [] })

test('What can be applied for stands with its day, what cannot with its reason', async () => {
  const page = await openPage(List)
  for (const said of ['不服判决', '最晚 12 月 7 日（周一）', '10 元，接到通知后 7 天内交', '判决还没生效。双方都没上诉，生效后就能申请。', '最早 12 月 8 日（周二）能办']) await shows(page, said)
})

test('An application says its last day, who decides, the fee and what comes after', async () => {
  const page = await openPage(Detail, { caseId: wages.id, kind: 'appeal' })
  for (const said of ['要 2 样，还差 1 样', '还有 17 天', '过了这天就不能上诉了', '要有特别授权', '原审法院收下转送', '收到答辩后 5 天内', '民事诉讼法第一百七十一条', '上不上诉，由您自己决定']) await shows(page, said)
})

test('What cannot be applied for in a case any more says so', async () => {
  const page = await openPage(Detail, { caseId: closed.id, kind: 'withdrawalOfNothing' })
  await shows(page, '这个案子里办不了这一件')
})

test('The form is filled in steps with what is known, made into a PDF to look at, and sent', async () => {
  const page = await openPage(Write, { caseId: wages.id, kind: 'appeal' })
  await shows(page, '上诉请求')
  await press(page, '下一步')
  await shows(page, '还没写上诉请求')
  await type(page, '撤销一审判决')
  await press(page, '下一步')
  await shows(page, '金额')
  await page.find('#field-amount').trigger('input', { detail: { value: '五万' } })
  await press(page, '下一步')
  await shows(page, '写数字')
  await page.find('#field-amount').trigger('input', { detail: { value: '50000' } })
  await press(page, '下一步')
  await shows(page, '上诉理由')
  await type(page, '认定工资错了')
  await press(page, '下一步')
  expect((page.find('#field-phone').element as HTMLInputElement).value).toBe('13812345620')
  await press(page, '下一步')
  await press(page, '下一步')
  await shows(page, '照您填的做好了')
  const made = given.fake.calls.filter(({ path }) => path === '/submissions/forms/appeal/pdf')
  expect(made).toHaveLength(1)
  expect(made[0].body).toMatchObject({ caseId: wages.id, answers: [{ key: 'claims', value: '撤销一审判决' }, { key: 'amount', value: '50000' }, { key: 'reasons', value: '认定工资错了' }, { key: 'phone', value: '13812345620' }] })
  await press(page, '提交申请')
  await vi.waitFor(() => expect(items()).toHaveLength(1))
  expect(items()[0].files).toMatchObject([{ part: 'petition', name: '上诉状.pdf' }])
})

test('What was written is there again, and a change makes the PDF anew', async () => {
  const page = await openPage(Write, { caseId: wages.id, kind: 'appeal' })
  await shows(page, '上诉请求')
  await type(page, '撤销一审判决')
  await press(page, '下一步')
  await globalThis.page('unload')
  page.unmount()
  const again = await openPage(Write, { caseId: wages.id, kind: 'appeal' })
  await shows(again, '接着上次没交的办')
  await press(again, '上一步')
  await shows(again, '上诉请求')
  expect(again.find('textarea').element.value).toBe('撤销一审判决')
})

test('Own paper takes the place of the form, and values that the court needs are still asked', async () => {
  const page = await openPage(Write, { caseId: closed.id, kind: 'feeRefund', own: '1' })
  await shows(page, '银行账号')
  await press(page, '下一步')
  await shows(page, '还没写银行账号')
  await page.find('#field-account').trigger('input', { detail: { value: '6222 0000 1111 2222' } })
  await press(page, '下一步')
  await shows(page, '需要 1 样，还差 1 样')
  const [draft] = submissionDrafts()
  saveDraft(draft)
  expect(JSON.stringify(readDraft(`submission:${draft.id}`))).toContain('50.00')
  expect(JSON.stringify(readDraft(`submission:${draft.id}`))).not.toContain('6222')
  await press(page, '不传写好的')
  await shows(page, '银行账号')
})

test('While it waits it says the day, the reckoning and who decides; the certificate is there when it is made', async () => {
  sendCertificate()
  const page = await openPage(Material, { id: items()[0].id })
  for (const said of ['收到申请，正在核对', '最迟这天答复您', '没人上诉，生效', '2026-11-05（周四）', '以法院的为准', '书记员核对、签发', '系统自动报给上一级']) await shows(page, said)
  expect(button(page, '撤回申请')).toBeDefined()
  given.fake.court.submissions.accept(items()[0], { certificate: { number: '生效2026-0001', code: 'A1B2-C3D4', url: '' } })
  const again = await openPage(Material, { id: items()[0].id })
  await shows(again, '证明开好了')
  await shows(again, 'A1B2-C3D4')
})

test('An application that is at the court leads to it in place of a second one', async () => {
  sendCertificate()
  const page = await openPage(List, { caseId: closed.id })
  await shows(page, '法院在核对')
  await shows(page, '最迟 11 月 25 日（周三）答复')
})

test('The case leads to both, and shows what the court released of the other side', async () => {
  given.fake.court.submissions.released[lending.id] = [{ id: 'r1', number: 'CL20261112-0003', kind: 'defence', title: '答辩状', by: '被告 李*强', releasedAt: '2026-11-12T02:00:00Z', sentAt: '2026-11-11T02:00:00Z', files: [{ id: 'f1', attachmentId: 'a1', name: '答辩状.pdf', contentType: 'application/pdf', size: 2048, sha256: 'ab', number: 1, part: 'defence', title: '', source: '', proves: '', entryId: null }] }]
  const page = await openPage(Case, { id: lending.id })
  await shows(page, '对方交的，法院给您看')
  await shows(page, '答辩状.pdf')
  expect(button(page, '交材料')).toBeDefined()
  expect(button(page, '办申请')).toBeDefined()
})
