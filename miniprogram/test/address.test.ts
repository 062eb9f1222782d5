import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { question } from '@/look/confirm'
import Address from '@/pages/documents/address-confirmation.vue'
import { useAddressForm } from '@/pages/documents/useAddressForm'
import { givenCourt } from './given'
import { openPage, press, shows } from './pages'

const given = givenCourt()
const confirmations = () => given.fake.court.confirmations

test('An address that a pleading names is shown with what says so, and ended by its person after a question', async () => {
  confirmations().subject.designated = [
    { id: 'address-1', kind: 'mobile', kindText: '手机', value: '13900139000', basisText: '起诉状（2026-09-12）载明', canEnd: true, scopeText: null, isUsedNow: true },
    { id: 'address-2', kind: 'email', kindText: '电子邮箱', value: 'a@example.com', basisText: '确认书 2026-06-08', canEnd: false, scopeText: '二审、执行', isUsedNow: false },
  ]
  const page = await openPage(Address)
  await vi.waitFor(() => expect(page.text()).toContain('起诉状（2026-09-12）载明'))
  expect(page.text()).toContain('13900139000')
  expect(page.findAll('[aria-label^="停用"]')).toHaveLength(1)
  expect(page.text()).toContain('确认书 2026-06-08，管二审、执行案子现在这一步不用它送')

  await page.find('[aria-label="停用 13900139000"]').trigger('click')
  question.value!.answer(false)
  await flushPromises()
  expect(confirmations().subject.designated).toHaveLength(2)
  await page.find('[aria-label="停用 13900139000"]').trigger('click')
  expect(question.value?.words).toContain('已经送达的不受影响')
  question.value!.answer(true)
  await vi.waitFor(() => expect(page.text()).toContain('已停用'))
  expect(page.text()).not.toContain('13900139000')
})

test('Nothing is chosen before the person chooses it, also after agreeing; what is suggested is there to tick', async () => {
  const page = await openPage(Address)
  await shows(page, '文书怎么送给您')
  const chosen = () => page.findAll('[aria-checked="true"]').map((one) => one.text())
  expect(chosen()).toEqual([])
  await page.findAll('[role=radio]')[0].trigger('click')
  await shows(page, '短信，发到 13812345620')
  expect(chosen()).toEqual(['同意送到手机、邮箱就算送达，不用等邮寄'])
  expect(page.findAll('input').map((input) => (input.element as HTMLInputElement).value).filter(Boolean)).toEqual([])
})

test('What is missing is said from the top of the page', async () => {
  const page = await openPage(Address)
  const form = useAddressForm()
  await form.open(null)
  await press(page, '确认并签名')
  await shows(page, '先选同意还是不同意')
  const steps: [string, () => void][] = [
    ['先选同意还是不同意', () => (form.form.acceptsElectronic = true)],
    ['至少选一种方式', () => (form.form.acceptsWeChat = true)],
    ['请写邮寄地址', () => (form.form.postalAddress = '广州市越秀区仓边路 1 号')],
    ['管到哪一步', () => form.toggleScope('firstInstance')],
  ]
  for (const [words, mend] of steps) {
    expect(form.missing.value).toContain(words)
    mend()
  }
  expect(form.missing.value).toBeNull()
})

test('Before signing it is said that the running step is not covered, and afterwards too', async () => {
  const page = await openPage(Address)
  await shows(page, '一审（案子现在这一步）')
  const tick = (name: string) => page.findAll('[role=checkbox]').find((one) => one.text().startsWith(name))!.trigger('click')
  await tick('二审')
  await shows(page, '这份不管现在的一审')
  await tick('一审')
  expect(page.text()).not.toContain('这份不管现在的一审')

  const form = useAddressForm()
  await form.open(null)
  Object.assign(form.form, { acceptsElectronic: false, postalAddress: '广州市越秀区仓边路 1 号', scope: ['secondInstance', 'enforcement'] })
  await form.sign('cGljdHVyZQ==')
  expect(form.said.value).toBe('已签好，管二审、执行。现在的一审不照这份送')
  await shows(await openPage(Address), '二审、执行；现在的一审不管')
})

test('A form that was withdrawn stays to be seen, and no empty one takes its place', async () => {
  const form = useAddressForm()
  await form.open(null)
  Object.assign(form.form, { acceptsElectronic: true, acceptsWeChat: true, postalAddress: '广州市越秀区仓边路 1 号', scope: ['firstInstance'] })
  await form.sign('cGljdHVyZQ==')
  expect([form.editing.value, form.subject.value?.current?.state]).toEqual([false, 'inForce'])

  const page = await openPage(Address)
  await press(page, '撤回，不再用电子方式收')
  question.value!.answer(true)
  await shows(page, '已撤回。以后的文书不再用电子方式送')
  expect(confirmations().items[0].state).toBe('withdrawn')
  for (const words of ['以前签过的', '2026 年 11 月 20 日签，已撤回', '同意电子送达，管一审', '现在不用电子方式送']) expect(page.text()).toContain(words)
  expect(page.text()).not.toContain('请签上您的名字')
  await press(page, '签一份新的')
  await shows(page, '请签上您的名字：陈建华')
})

test('After the consent was withdrawn paper goes where it went, and a new form need not be typed again', async () => {
  const page = await openPage(Address)
  const form = useAddressForm()
  await form.open(null)
  Object.assign(form.form, { acceptsElectronic: true, mobile: '13812345620', postalAddress: '广州市越秀区仓边路 1 号', postcode: '510030', scope: ['firstInstance'] })
  await form.sign('cGljdHVyZQ==')
  await form.withdraw()
  expect(form.form).toMatchObject({ acceptsElectronic: null, mobile: '', postalAddress: '广州市越秀区仓边路 1 号', postcode: '510030', scope: [] })
  await shows(page, '送达地址确认书')
  const again = await openPage(Address)
  await shows(again, '文书寄到您给的地址：广州市越秀区仓边路 1 号')
  expect(again.text()).not.toContain('没有有效的确认书')
})
