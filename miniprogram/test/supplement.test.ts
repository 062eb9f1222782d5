import { expect, test } from 'vitest'
import Supplement from '@/pages/messages/supplement.vue'
import { createWorkOrder } from '@/services/workOrders'
import { casesOfChen } from './fake/data.mjs'
import { givenCourt } from './given'
import { openPage, shows } from './pages'

givenCourt()

test('A supplement to a message that is not one’s own is no form', async () => {
  const order = await createWorkOrder({ id: '0193b000-0000-7000-8000-00000000aaaa', category: 'caseQuery', text: '什么时候开庭？', attachmentIds: [], caseId: casesOfChen[0].id })
  const page = await openPage(Supplement, { id: '0193b000-0000-7000-8000-00000000ffff' })
  await shows(page, '找不到这条留言')
  expect(page.text()).not.toContain('补充说明')
  await shows(await openPage(Supplement, { id: order.id }), '补充说明')
})
