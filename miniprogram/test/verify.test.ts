import { File as NodeFile } from 'node:buffer'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import Verify from '@/pages/verify/index.vue'
import FileCompare from '@/pages/verify/FileCompare.vue'
import { verify } from '@/services/verifications'
import { givenCourt } from './given'

givenCourt()
const serial = 'SDHZ20261120-000042'
const code = 'ABCDEFGHJKLM'

async function open(query: Record<string, string>) {
  const page = mount(Verify)
  await globalThis.page('load', query)
  await flushPromises()
  return page
}

test('Whoever scans the code on the paper sees what the court keeps, without signing in', async () => {
  const page = await open({ serial, code })
  await vi.waitFor(() => expect(page.text()).toContain('核验通过'))
  for (const words of ['电子送达凭证', '越秀区人民法院', '陈**', '民事判决书', '2026 年 11 月 20 日已送达', 'a'.repeat(64)]) expect(page.text()).toContain(words)
})

test('A wrong code and an unknown number are said in the same words, and nothing is shown', async () => {
  for (const query of [{ serial, code: 'WRONGWRONG22' }, { serial: 'SDHZ20261120-999999', code }]) {
    const page = await open(query)
    await vi.waitFor(() => expect(page.text()).toContain('编号和校验码对不上'))
    expect(page.text()).not.toContain('核验通过')
  }
})

test('Nothing is asked before both are filled in', async () => {
  const page = await open({ serial })
  await page.find('.card wd-button').trigger('click')
  expect(page.text()).toContain('编号和校验码都要填')
})

test('A file is compared in the browser: the very bytes agree, others do not', async () => {
  const found = await verify(serial, code)
  for (const [bytes, words] of [['PDF\n', '一致：就是这份电子送达凭证'], ['PDF', '不一致']] as const) {
    const compare = mount(FileCompare, { props: { found } })
    await compare.find('.drop').trigger('drop', { dataTransfer: { files: [new NodeFile([bytes], '凭证.pdf')] } })
    await vi.waitFor(() => expect(compare.text()).toContain(words))
  }
})
