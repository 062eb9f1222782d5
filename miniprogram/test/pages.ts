import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { vi } from 'vitest'
import type { Component } from 'vue'

/** Opens a page as uni-app does: mounted, loaded with its query, shown. */
export async function openPage(page: Component, query: object = {}): Promise<VueWrapper> {
  const shown = mount(page)
  await globalThis.page('load', query)
  await globalThis.page('show')
  await flushPromises()
  return shown
}

const buttons = (page: VueWrapper) => page.findAll('wd-button, [role=button], [role=tab], [role=link]').filter((one) => !one.element.closest('[style*="display: none"]'))

/** What a person could press now under this name. */
export const button = (page: VueWrapper, name: string) => buttons(page).find((one) => one.text().includes(name))

export async function press(page: VueWrapper, name: string) {
  await vi.waitFor(() => {
    if (!button(page, name)) throw new Error(`no button ${name} on: ${page.text()}`)
  })
  await button(page, name)!.trigger('click')
  await flushPromises()
}

/** The text is on the page within a second. */
export const shows = (page: VueWrapper, text: string) =>
  vi.waitFor(() => {
    if (!page.text().includes(text)) throw new Error(`no ${text} on: ${page.text()}`)
  })
