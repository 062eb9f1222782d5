import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { messageDraftName, readDraft, writeDraft, type MessageDraft } from '@/drafts/drafts'
import { waits } from '@/look/outcome'
import Write from '@/pages/messages/write.vue'
import { newId } from '@/uuid'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'
import { button, openPage, press, shows } from './pages'

waits.splice(0, waits.length, 1, 1)
const given = givenCourt()
const orders = () => given.fake.court.orders as { id: string; conversation: { text: string; attachments: { id: string; name: string }[] }[] }[]
const sends = () => given.fake.calls.filter(({ method, path }) => method === 'POST' && path === '/work-orders')

/** What was written up to the last step, with a file that is uploaded or fails. */
async function writtenUp(more: Partial<MessageDraft> = {}) {
  const draft: MessageDraft = {
    orderId: await newId(), step: 4, about: { kind: 'case', case: casesOfChen[0] }, category: { code: 'handOverMaterials', plain: '交材料、交证据' },
    text: '开庭能带手机吗？', files: [], savedAt: 1, unsent: false, ...more,
  }
  writeDraft(messageDraftName, draft)
  return draft
}

/** The chooser of a browser hands over this file. */
function chooses(name: string, bytes: number[]) {
  const file = Object.assign(new File([new Uint8Array(bytes)], name), { path: `blob:${name}` })
  Object.assign(uni, { chooseFile: ({ success }: { success(r: object): void }) => success({ tempFiles: [file] }) })
}

test('From the case to the sent message by the buttons of the page, with a file', async () => {
  const page = await openPage(Write)
  await shows(page, casesOfChen[0].title)
  await page.findAll('[role=radio]').find((one) => one.text().includes(casesOfChen[0].title))!.trigger('click')
  await press(page, '下一步')
  await shows(page, '交材料、交证据')
  await page.findAll('[role=radio]').find((one) => one.text().includes('交材料'))!.trigger('click')
  await press(page, '下一步')
  page.findComponent({ name: 'TextBox' }).vm.$emit('update:modelValue', '流水拍好了，请看附件。')
  chooses('银行流水.jpg', [0xff, 0xd8, 0xff, 1])
  await press(page, '选图片或文件')
  await shows(page, '已传好')
  await press(page, '下一步')
  await shows(page, '看一遍，没问题就发送')
  expect(page.text()).toContain('银行流水.jpg')

  await press(page, '发送留言')
  await vi.waitFor(() => expect(uni.redirectTo).toHaveBeenCalledWith({ url: `/pages/messages/detail?id=${orders()[0].id}&sent=1` }))
  expect(orders()[0].conversation[0]).toMatchObject({ text: '流水拍好了，请看附件。', attachments: [{ name: '银行流水.jpg' }] })
  expect(readDraft(messageDraftName)).toBeNull()
})

test('The send button is closed without a network and while a file is on its way or broken, and says why', async () => {
  const file = { id: await newId(), name: '流水.jpg', size: 4, path: '', image: true, state: 'failed' as const, percent: 40, problem: '停在 40%' }
  await writtenUp({ files: [file] })
  const page = await openPage(Write)
  await shows(page, '有文件没传好')
  expect(button(page, '发送留言')!.attributes('disabled')).toBe('true')
  await press(page, '发送留言')
  expect(sends()).toHaveLength(0)
})

test('A double press of the send button sends once', async () => {
  await writtenUp()
  const page = await openPage(Write)
  await shows(page, '看一遍')
  void button(page, '发送留言')!.trigger('click')
  await button(page, '发送留言')!.trigger('click')
  await vi.waitFor(() => expect(uni.redirectTo).toHaveBeenCalled())
  expect(sends()).toHaveLength(1)
})

test('A send of which nobody knows whether it arrived is said to be one, and found when the page is opened again', async () => {
  await writtenUp()
  const page = await openPage(Write)
  await shows(page, '看一遍')
  given.fake.fail = ({ method, path }) => (method === 'POST' && path === '/work-orders' ? 'lose' : path.startsWith('/sends/') ? 'drop' : null)
  await press(page, '发送留言')
  await shows(page, '还不知道发出去没有')
  expect(page.text()).not.toContain('没有发出去')
  expect(uni.redirectTo).not.toHaveBeenCalled()
  page.unmount()

  given.fake.fail = () => null
  await openPage(Write)
  await vi.waitFor(() => expect(uni.redirectTo).toHaveBeenCalledWith({ url: `/pages/messages/detail?id=${orders()[0].id}&sent=1` }))
  expect(sends()).toHaveLength(1)
})

test('Files that are chosen go up under the ids that the message names', async () => {
  const draft = await writtenUp({ step: 3 })
  const page = await openPage(Write)
  await shows(page, '把想说的写下来')
  chooses('合同.pdf', [0x25, 0x50, 0x44, 0x46])
  await press(page, '选图片或文件')
  await shows(page, '已传好')
  await press(page, '下一步')
  await shows(page, '看一遍')
  await press(page, '发送留言')
  await vi.waitFor(() => expect(orders()).toHaveLength(1))
  expect(sends()[0].body).toMatchObject({ id: draft.orderId, attachmentIds: [orders()[0].conversation[0].attachments[0].id] })
  await flushPromises()
})

test('Each case to ask about says as whom, and whether it is closed', async () => {
  const page = await openPage(Write)
  await shows(page, '列出您本人的和您代理的案件')
  await shows(page, '您告装修公司退定金已结案')
  expect(page.text()).toContain('越秀区人民法院·您是原告')
  expect(page.text()).not.toContain('您告李*强借钱不还等开庭')
})
