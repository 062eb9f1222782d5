import { expect, test, vi } from 'vitest'
import Agreement from '@/pages/account/agreement.vue'
import Documents from '@/pages/documents/index.vue'
import Messages from '@/pages/messages/index.vue'
import { home } from '@/session/home'
import { agreements } from './fake/data.mjs'
import { documentsOfChen } from './fake/documents.mjs'
import { givenCourt } from './given'
import { openPage, press, shows } from './pages'

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
