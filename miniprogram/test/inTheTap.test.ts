import { mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { messageDraftName, writeDraft, type MessageDraft } from '@/drafts/drafts'
import { newId } from '@/uuid'
import { casesOfChen } from './fake/data.mjs'
import { documentIds, documentsOfChen } from './fake/documents.mjs'
import { givenCourt } from './given'
import { button, openPage, shows } from './pages'

vi.mock('@/platform', () => ({ isWeChat: true, isH5: false }))
const { prepareToAsk } = await import('@/subscribe')
const { default: DetailActions } = await import('@/pages/messages/DetailActions.vue')
const { default: Messages } = await import('@/pages/messages/index.vue')
const { default: Sign } = await import('@/pages/documents/sign.vue')
const { default: Write } = await import('@/pages/messages/write.vue')
const { createWorkOrder, getWorkOrder } = await import('@/services/workOrders')

const given = givenCourt((fake) => {
  fake.court.documents.all = documentsOfChen()
})
const question = vi.fn<[{ tmplIds: string[] }], void>()

beforeEach(() => {
  question.mockReset()
  const query: object = new Proxy({}, { get: () => () => query }) // a canvas that is never found
  Object.assign(uni, { requestSubscribeMessage: question, createSelectorQuery: () => query })
})

const leave = async () => createWorkOrder({ id: await newId(), category: 'handOverMaterials', text: '证人能视频作证吗？', caseId: casesOfChen[0].id, attachmentIds: [] })

/** WeChat shows its question only within the tap itself: a moment later it refuses. */
function askedWithin(tap: () => unknown, templates: string[]) {
  expect(question).not.toHaveBeenCalled()
  tap()
  expect(question).toHaveBeenCalledOnce()
  expect(question.mock.calls[0][0].tmplIds).toEqual(templates)
}

test('发送留言 asks in the tap', async () => {
  given.fake.court.templates.message = ['TPL-message']
  writeDraft(messageDraftName, {
    orderId: await newId(), step: 4, about: { kind: 'case', case: casesOfChen[0] }, category: { code: 'handOverMaterials', plain: '交材料' }, text: '开庭能带手机吗？', files: [], savedAt: 1, unsent: false,
  } as MessageDraft)
  const page = await openPage(Write)
  await shows(page, '看一遍')
  await shows(page, '法院最迟将于')
  await new Promise((resolve) => setTimeout(resolve, 100)) // what to ask was fetched by the page itself
  askedWithin(() => void button(page, '发送留言')!.trigger('click'), ['TPL-message'])
})

test('催一催 asks in the tap', async () => {
  given.fake.court.templates.urge = ['TPL-urge']
  const actions = mount(DetailActions, { props: { order: await getWorkOrder((await leave()).id) } })
  await prepareToAsk('urge')
  askedWithin(() => void button(actions, '催一催')!.trigger('click'), ['TPL-urge'])
})

test('Opening an unread answer asks in the tap', async () => {
  given.fake.court.templates.answer = ['TPL-answer']
  given.fake.court.answer((await leave()).id, '可以。')
  const page = await openPage(Messages)
  await shows(page, '有新的答复')
  await prepareToAsk('answer')
  askedWithin(() => void page.find('.case').trigger('click'), ['TPL-answer'])
})

test('确认签收 asks in the tap', async () => {
  given.fake.court.templates.document = ['TPL-document']
  given.fake.court.documents.opened(documentIds.judgment)
  const page = await openPage(Sign, { id: documentIds.judgment })
  await shows(page, '请签上您的名字')
  await prepareToAsk('document')
  await page.findAll('.link').find((one) => one.text().includes('直接确认'))!.trigger('click')
  await page.findAll('[role=checkbox]').at(-1)!.trigger('click')
  askedWithin(() => void button(page, '确认签收')!.trigger('click'), ['TPL-document'])
})
