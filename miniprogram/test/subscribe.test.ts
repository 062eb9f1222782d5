import { beforeEach, expect, test, vi } from 'vitest'
import { Problem } from './fake/http.mjs'
import { givenCourt } from './given'

vi.mock('@/platform', () => ({ isWeChat: true, isH5: false }))
const { askToTell, prepareToAsk } = await import('@/subscribe')

const given = givenCourt()
type Asked = { tmplIds: string[]; success(answer: object): void; fail(error: object): void; complete(): void }
const question = vi.fn<[Asked], void>()
const reports = () => [...given.fake.court.subscriptions.values()].map(({ results }: { results: object }) => results)

beforeEach(() => {
  question.mockReset()
  Object.assign(uni, { requestSubscribeMessage: question })
})

test('The person is asked within the tap and the court hears the answer', async () => {
  given.fake.court.templates.message = ['TPL-a', 'TPL-b']
  await prepareToAsk('message')
  askToTell('message')
  expect(question).toHaveBeenCalledOnce() // synchronously: a moment later WeChat would refuse
  expect(question.mock.calls[0][0].tmplIds).toEqual(['TPL-a', 'TPL-b'])
  question.mock.calls[0][0].success({ errMsg: 'requestSubscribeMessage:ok', 'TPL-a': 'accept', 'TPL-b': 'reject' })
  await vi.waitFor(() => expect(reports()).toEqual([{ 'TPL-a': 'accept', 'TPL-b': 'reject' }]))
})

test('With nothing to ask, or nothing known yet, nobody is asked', async () => {
  askToTell('urge')
  await prepareToAsk('urge')
  askToTell('urge')
  given.fake.fail = () => 'drop'
  await prepareToAsk('answer')
  askToTell('answer')
  expect(question).not.toHaveBeenCalled()
})

test('A person who switched messages off is not reported and the tap goes on', async () => {
  given.fake.court.templates.answer = ['TPL-a']
  await prepareToAsk('answer')
  expect(() => askToTell('answer')).not.toThrow()
  question.mock.calls[0][0].fail({ errCode: 20004 })
  await prepareToAsk('answer')
  expect(reports()).toEqual([])
})

test('A report whose answer was lost is sent again under the same id', async () => {
  given.fake.court.templates.message = ['TPL-a']
  await prepareToAsk('message')
  given.fake.fail = ({ path }) => (path === '/subscriptions' ? 'lose' : null)
  askToTell('message')
  question.mock.calls[0][0].success({ 'TPL-a': 'accept' })
  await vi.waitFor(() => expect(given.fake.calls.some(({ path }) => path === '/subscriptions')).toBe(true))
  given.fake.fail = () => null
  await prepareToAsk('message')
  const sent = given.fake.calls.filter(({ path }) => path === '/subscriptions')
  expect(sent.length).toBeGreaterThan(1)
  expect(given.fake.court.subscriptions.size).toBe(1)
  await prepareToAsk('message')
  expect(given.fake.calls.filter(({ path }) => path === '/subscriptions')).toHaveLength(sent.length)
})

test('A report that is refused is not sent for ever', async () => {
  given.fake.court.templates.message = ['TPL-a']
  await prepareToAsk('message')
  given.fake.fail = ({ path }) => (path === '/subscriptions' ? new Problem(409, 'request.id_reused', '这个编号已经用过') : null)
  askToTell('message')
  question.mock.calls[0][0].success({ 'TPL-a': 'accept' })
  await vi.waitFor(() => expect(given.fake.calls.filter(({ path }) => path === '/subscriptions').length).toBe(1))
  given.fake.fail = () => null
  await prepareToAsk('message')
  expect(reports()).toEqual([])
})
