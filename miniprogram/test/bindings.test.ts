import { expect, test, vi } from 'vitest'
import Ask from '@/pages/bindings/ask.vue'
import Detail from '@/pages/bindings/detail.vue'
import List from '@/pages/bindings/index.vue'
import { askBinding, type NewBinding } from '@/services/bindings'
import { givenCourt } from './given'
import { button, openPage, press, shows } from './pages'

const given = givenCourt()
const id = '0193b000-0000-7000-8000-00000000bb01'
const request: NewBinding = { id, caseNumber: '（2026）粤0104民初12345号', partyName: '何*文', kind: 'lawyer', authority: 'general', items: [], licenceNumber: '1', firm: '所', endsOn: null, papers: [] }

test('The first step says that every answer is alike, the second what the paper has to say', async () => {
  const page = await openPage(Ask, { number: encodeURIComponent('（2026）粤0104民初12345号') })
  await shows(page, '没有这个案子、姓名不对，得到的回答都一样')
  const fields = page.findAll('input')
  await fields.at(-1)!.trigger('input', { detail: { value: '何志文' } })
  await press(page, '下一步')
  await shows(page, '法院最迟 11 月 25 日（周三）答复您')
  await shows(page, '先写执业证号')
  await page.findAll('[role=radio]').find((one) => one.text() === '近亲属')!.trigger('click')
  await shows(page, '还差：授权委托书、近亲属关系证明')
  await page.findAll('[role=radio]').find((one) => one.text().includes('特别授权'))!.trigger('click')
  await shows(page, '照委托书勾出特别授权的事项')
  await page.findAll('[role=checkbox]').find((one) => one.text() === '提起上诉')!.trigger('click')
  await shows(page, '还差：授权委托书、近亲属关系证明')
})

test('A request that waits names the court and the day, and can be urged once', async () => {
  await askBinding(request)
  const page = await openPage(Detail, { id })
  await shows(page, '最迟答复　11 月 25 日（周三）')
  expect(page.text()).not.toMatch(/民一庭|法官/)
  await press(page, '催一催')
  await shows(page, '明天 0:00 以后可再催')
})

test('Everything that is missing is listed and brought at once', async () => {
  await askBinding(request)
  Object.assign(given.fake.court.bindings.items[0], { state: 'awaitingRequester', stateText: '要您补', needs: ['补签名页', '补律所函'], supplementBy: '11 月 23 日（周一）', canSupplement: true })
  const page = await openPage(Detail, { id })
  await shows(page, '2. 补律所函')
  await shows(page, '最晚 11 月 23 日（周一）')
  await page.find('textarea').trigger('input', { detail: { value: '补上了' } })
  await press(page, '补好了，交给法院')
  await shows(page, '法院在核对')
  expect(given.fake.calls.filter(({ path }) => path.endsWith('/supplement'))).toHaveLength(1)
})

test('A party ends the authority that it gave', async () => {
  given.fake.court.bindings.given.push({ id, number: 'BD20261120-0001', caseNumber: '（2026）粤0104民初12345号', agentName: '彭*', kindName: '律师', authorityName: '一般授权', endsOnText: null })
  const page = await openPage(List)
  await shows(page, '代理您的人')
  await press(page, '解除委托')
  await shows(page, '马上看不到这个案子和送达的文书')
  await page.findAll('wd-button, [role=button]').filter((one) => one.text().includes('解除委托')).at(-1)!.trigger('click')
  await vi.waitFor(() => expect(given.fake.court.bindings.given).toHaveLength(0))
  expect(button(page, '添加案件')).toBeDefined()
})
