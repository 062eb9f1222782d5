import { expect, test, vi } from 'vitest'
import { question } from '@/look/confirm'
import Agreement from '@/pages/account/agreement.vue'
import Account from '@/pages/account/index.vue'
import Documents from '@/pages/documents/index.vue'
import Messages from '@/pages/messages/index.vue'
import { pauses } from '@/session/agreements'
import { consent, consented } from '@/session/consent'
import { home, startHome } from '@/session/home'
import { agreements } from './fake/data.mjs'
import { documentsOfChen } from './fake/documents.mjs'
import { Problem } from './fake/http.mjs'
import { givenCourt } from './given'
import { openPage, press, shows } from './pages'
import SignIn from '@/pages/account/sign-in.vue'
import Home from '@/pages/home/index.vue'
import { forget, signedIn } from '@/session/session'

const given = givenCourt((fake) => {
  fake.court.documents.all = documentsOfChen()
})
const newer = { ...agreements[0], id: '0193e000-0000-7000-8000-000000000009', version: 2 }

test('A new version stands before one’s own pages until it is agreed to', async () => {
  given.fake.court.agreements = [newer, agreements[1]]
  await home.reload()
  const page = await openPage(Messages)
  await shows(page, '用以前，请先看一看')
  expect(page.text()).toContain('第 2 版')
  expect(page.text()).not.toContain('用户服务协议') // agreed to already
  await press(page, '看过了，同意')
  await shows(page, '还没有留言')
  await vi.waitFor(() => expect(given.fake.calls.find(({ path }) => path === '/me/agreements')?.body).toEqual({ ids: [newer.id] }))
})

test('Documents that the court serves are shown in any case', async () => {
  given.fake.court.agreements = [newer, agreements[1]]
  await home.reload()
  await shows(await openPage(Documents), '1 份文书等您签收')
})

test('The text in force can be read by anybody', async () => {
  const page = await openPage(Agreement, { kind: 'privacyPolicy' })
  await shows(page, '本政策说明怎样保护您的信息')
  expect(page.findAll('[role=heading]').map((one) => one.text())).toContain('一、处理哪些信息')
})

test('Signing in asks for the home page once, with the agreements recorded', async () => {
  forget()
  home.data.value = null
  startHome()
  const phone = '13900000009'
  const page = await openPage(SignIn)
  await vi.waitFor(() => expect(page.findAll('[role=checkbox]')).toHaveLength(1))
  await page.find('[role=checkbox]').trigger('click')
  page.findComponent({ name: 'TextField' }).vm.$emit('update:modelValue', phone)
  await press(page, '发送验证码')
  await vi.waitFor(() => expect(page.findComponent({ name: 'CodeField' }).exists()).toBe(true))
  given.fake.calls.length = 0
  page.findComponent({ name: 'CodeField' }).vm.$emit('update:modelValue', given.fake.court.smsCodes.get(phone)!.code)
  page.findComponent({ name: 'CodeField' }).vm.$emit('complete')
  await vi.waitFor(() => expect(given.fake.calls.some(({ path }) => path === '/me/agreements')).toBe(true))
  expect(signedIn.value).toBe(true)
  await openPage(Home)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(given.fake.calls.filter(({ path }) => path === '/home')).toHaveLength(1)
})

test('What was agreed to can be taken back: every device is out, and this one asks anew', async () => {
  consent(agreements.map(({ id }) => id))
  const page = await openPage(Account)
  await press(page, '撤回对用户协议和隐私政策的同意')
  await vi.waitFor(() => expect(question.value?.title).toBe('撤回您的同意？'))
  question.value!.answer(false)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([signedIn.value, given.fake.court.sessions.length > 0]).toEqual([true, true])

  await press(page, '撤回对用户协议和隐私政策的同意')
  await vi.waitFor(() => expect(question.value?.act).toBe('撤回并退出'))
  question.value!.answer(true)
  await vi.waitFor(() => expect(signedIn.value).toBe(false))
  expect([consented.value, given.fake.court.sessions.length]).toEqual([false, 0])
})

test('What was ticked is recorded also where the court was too busy for it at first', async () => {
  pauses.splice(0, pauses.length, 20, 20)
  forget()
  let busy = 2
  given.fake.fail = ({ path }: { path: string }) => (path === '/me/agreements' && busy-- > 0 ? new Problem(429, 'rate.limited', '太频繁了') : null)
  const phone = '13900000008'
  const page = await openPage(SignIn)
  await vi.waitFor(() => expect(page.findAll('[role=checkbox]')).toHaveLength(1))
  await page.find('[role=checkbox]').trigger('click')
  page.findComponent({ name: 'TextField' }).vm.$emit('update:modelValue', phone)
  await press(page, '发送验证码')
  await vi.waitFor(() => expect(page.findComponent({ name: 'CodeField' }).exists()).toBe(true))
  page.findComponent({ name: 'CodeField' }).vm.$emit('update:modelValue', given.fake.court.smsCodes.get(phone)!.code)
  page.findComponent({ name: 'CodeField' }).vm.$emit('complete')
  await vi.waitFor(() => expect(given.fake.calls.filter(({ path }: { path: string }) => path === '/me/agreements')).toHaveLength(3), 5_000)
})

test('Who has no documents finds where to say how they are to come', async () => {
  given.fake.court.documents.all = []
  await press(await openPage(Documents), '送达地址确认书')
  await press(await openPage(Account), '送达地址确认书')
  expect(uni.navigateTo).toHaveBeenNthCalledWith(2, { url: '/pages/documents/address-confirmation' })
})
