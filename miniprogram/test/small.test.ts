import { expect, test } from 'vitest'
import { mount } from '@vue/test-utils'
import LoadProblem from '@/components/LoadProblem.vue'
import RealName from '@/pages/account/real-name.vue'
import Visit from '@/pages/documents/visit.vue'
import { refusedBy } from '@/services/refused'
import { acceptMe, me } from '@/session/session'
import { givenCourt } from './given'
import { openPage, shows } from './pages'

givenCourt()

test('A link that is over says so once', async () => {
  const page = await openPage(Visit, { token: 'nobodys' })
  await shows(page, '可能过了有效期')
  expect(page.text().match(/这个链接打不开/g)).toHaveLength(1)
})

test('Who is verified is not asked to be it again', async () => {
  acceptMe({ ...me.value!, verified: true })
  const page = await openPage(RealName)
  await shows(page, '已确认是您本人')
  expect(page.find('#id-number').exists()).toBe(false)
})

test('An id that is none is not blamed on the court’s system', () => {
  const shown = mount(LoadProblem, { props: { problem: refusedBy(404, ''), what: '这条留言', at: 0 } })
  expect(shown.text()).toContain('没有找到，或者不是您的')
  expect(shown.text()).not.toContain('系统出了问题')
})
