import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import type { Component } from 'vue'
import { hasDrafts, messageDraftName, readDraft, supplementDraftName, writeDraft, type MessageDraft, type SupplementDraft } from '@/drafts/drafts'
import { question } from '@/look/confirm'
import Account from '@/pages/account/index.vue'
import RealName from '@/pages/account/real-name.vue'
import SignIn from '@/pages/account/sign-in.vue'
import Cases from '@/pages/cases/index.vue'
import LookUp from '@/pages/cases/lookup.vue'
import Address from '@/pages/documents/address-confirmation.vue'
import DocumentDetail from '@/pages/documents/detail.vue'
import History from '@/pages/documents/history.vue'
import Documents from '@/pages/documents/index.vue'
import Sign from '@/pages/documents/sign.vue'
import Detail from '@/pages/messages/detail.vue'
import Messages from '@/pages/messages/index.vue'
import Supplement from '@/pages/messages/supplement.vue'
import Write from '@/pages/messages/write.vue'
import Notices from '@/pages/notices/index.vue'
import Search from '@/pages/search/index.vue'
import { getMe } from '@/services/me'
import { sendSmsCode, signInBySms } from '@/services/auth'
import { createWorkOrder } from '@/services/workOrders'
import { accept, signedIn } from '@/session/session'
import { newId } from '@/uuid'
import { casesOfChen } from './fake/data.mjs'
import { documentIds, documentsOfChen } from './fake/documents.mjs'
import { givenCourt } from './given'
import { button, openPage, press, shows } from './pages'

const given = givenCourt((fake) => {
  fake.court.documents.all = documentsOfChen()
})
const stored = () => uni.getStorageInfoSync().keys

const order = async () =>
  createWorkOrder({ id: await newId(), category: 'handOverMaterials', text: '证人能视频作证吗？', caseId: casesOfChen[0].id, attachmentIds: [] })

/** The court has ended the session, and the next call finds out. */
async function expire() {
  given.fake.court.sessions = []
  await getMe().catch(() => null)
  await flushPromises()
  expect(signedIn.value).toBe(false)
}

async function signIn(phone = given.person.phone) {
  given.fake.court.smsCodes.clear()
  await sendSmsCode(phone)
  accept(await signInBySms(phone, given.fake.court.smsCodes.get(phone)!.code))
  await flushPromises()
}

const paper = { id: documentIds.judgment }
const pages: [string, Component, object, string][] = [
  ['cases', Cases, {}, '您告李*强借钱不还'],
  ['look up', LookUp, {}, '输入案号查一查'],
  ['documents', Documents, {}, '1 份文书等您签收'],
  ['document', DocumentDetail, paper, '不打开会怎样'],
  ['sign', Sign, paper, '请签上您的名字'],
  ['history', History, paper, '校验码'],
  ['address', Address, {}, '送达地址确认书'],
  ['messages', Messages, {}, '证人能视频作证吗'],
  ['write', Write, {}, '想问哪个案子'],
  ['notices', Notices, {}, '还没有消息'],
  ['search', Search, {}, '从您的案件、留言和文书里找'],
  ['account', Account, {}, '已确认是您本人'],
  ['real name', RealName, {}, '已确认是您本人'],
]

test.each(pages)('%s: after the session ran out the page asks to sign in, and is there again', async (_, component, query, content) => {
  await order()
  const page = await openPage(component, query)
  await shows(page, content)
  await expire()
  await shows(page, '登录过期了')
  await press(page, '登录')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: expect.stringMatching(/^\/pages\/account\/sign-in\?back=/) })
  await signIn()
  await shows(page, content)
  expect(page.text()).not.toContain('登录过期了')
  await vi.waitFor(() => expect(button(page, '再试一次')).toBeUndefined())
})

test.each(pages)('%s: opened signed out, it asks to sign in first and then shows itself', async (_, component, query, content) => {
  await order()
  await expire()
  const page = await openPage(component, query)
  await shows(page, '登录')
  expect(page.text()).not.toContain('暂时打不开')
  await signIn()
  await shows(page, content)
})

test('A message of one’s own is asked for by its page after signing in', async () => {
  const { id } = await order()
  await expire()
  const page = await openPage(Detail, { id })
  await shows(page, '先登录')
  await signIn()
  await shows(page, '证人能视频作证吗')
})

test('Words that are being written outlive the end of the session, and stay their person’s', async () => {
  const { id } = await order()
  const page = await openPage(Supplement, { id })
  page.findComponent({ name: 'TextBox' }).vm.$emit('update:modelValue', '写了一半')
  await expire()
  await globalThis.page('hide')
  expect(stored().filter((key: string) => key.startsWith('draft:'))).toEqual([`draft:${given.person.id}:supplement:${id}`])
  expect(readDraft<SupplementDraft>(supplementDraftName(id))?.text).toBe('写了一半')

  page.findComponent({ name: 'TextBox' }).vm.$emit('update:modelValue', '写了一半，还没存')
  await signIn('13900000009') // somebody else on the same phone
  expect(readDraft(supplementDraftName(id))).toBeNull()
  await globalThis.page('unload')
  expect(stored().filter((key: string) => key.startsWith('draft:'))).toEqual([`draft:${given.person.id}:supplement:${id}`])
  await signIn()
  expect(readDraft<SupplementDraft>(supplementDraftName(id))?.text).toBe('写了一半')
})

test('Nothing is kept under nobody', async () => {
  uni.setStorageSync('draft:nobody:message', '{"text":"of an earlier version"}')
  const { startSession } = await import('@/session/session')
  startSession()
  const { leave } = await import('@/session/signOut')
  await leave()
  writeDraft(messageDraftName, { text: '没有主人的话' } as MessageDraft)
  expect(stored().filter((key: string) => key.startsWith('draft:'))).toEqual([])
})

test('The button 退出登录 ends the session and takes every draft off the device, after a question', async () => {
  writeDraft(messageDraftName, { orderId: await newId(), text: '没发出的话', files: [], savedAt: 1 } as unknown as MessageDraft)
  writeDraft(supplementDraftName('x'), { id: 'y', text: '补充', files: [], savedAt: 1 })
  const page = await openPage(Account)
  await press(page, '退出登录')
  expect(question.value?.words).toContain('草稿会删掉')
  question.value!.answer(false)
  await flushPromises()
  expect(hasDrafts()).toBe(true)

  await press(page, '退出登录')
  question.value!.answer(true)
  await vi.waitFor(() => expect(uni.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' }))
  expect(stored().filter((key: string) => /^(draft:|session$|person$)/.test(key))).toEqual([])
  expect(given.fake.court.sessions).toHaveLength(0)
})

async function enterCode(phone: string, query: object) {
  given.fake.court.smsCodes.clear()
  const page = await openPage(SignIn, query)
  await shows(page, '我看过并同意')
  page.findComponent({ name: 'TextField' }).vm.$emit('update:modelValue', phone)
  await press(page, '发送验证码')
  expect(page.text()).toContain('请先看过并勾选同意')
  await page.find('[role=checkbox]').trigger('click')
  await press(page, '发送验证码')
  await shows(page, '输入短信里的 6 位数字')
  const field = page.findComponent({ name: 'CodeField' }).vm
  field.$emit('update:modelValue', given.fake.court.smsCodes.get(phone)!.code)
  field.$emit('complete')
  await vi.waitFor(() => expect(signedIn.value).toBe(true))
  await flushPromises()
}

test('Signing in leads back to where one was, also when the sign-in page was reloaded on the way', async () => {
  await expire()
  await enterCode(given.person.phone, { back: encodeURIComponent('/pages/messages/detail?id=1') })
  await vi.waitFor(() => expect(uni.redirectTo).toHaveBeenCalledWith({ url: '/pages/messages/detail?id=1' }))
})

test('Somebody else who signs in begins at home and not on the other person’s page', async () => {
  await expire()
  await enterCode('13900000008', { back: encodeURIComponent('/pages/messages/detail?id=1') })
  await vi.waitFor(() => expect(uni.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' }))
  expect(uni.redirectTo).not.toHaveBeenCalled()
})

test('An address that is none of ours is not gone back to', async () => {
  await expire()
  await enterCode(given.person.phone, { back: encodeURIComponent('https://example.org/') })
  await vi.waitFor(() => expect(uni.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' }))
})
