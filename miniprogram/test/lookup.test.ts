import { expect, test, vi } from 'vitest'
import Lookup from '@/pages/cases/lookup.vue'
import { useMessageDraft } from '@/pages/messages/useMessageDraft'
import { givenCourt } from './given'
import { openPage, press } from './pages'

givenCourt()

test('An old case number leads to a message to a court that the person names, with the number in it', async () => {
  const page = await openPage(Lookup)
  page.findComponent({ name: 'TextField' }).vm.$emit('update:modelValue', '（2015）越法民一初字第1234号')
  await press(page, '查一查')
  await press(page, '选法院留言')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('/pages/messages/write?old=') })
  const form = useMessageDraft()
  await form.open({ old: encodeURIComponent('（2015）越法民一初字第1234号') })
  expect(form.draft.text).toContain('（2015）越法民一初字第1234号')
  await vi.waitFor(() => expect(form.draft.about).toBeNull())
})
