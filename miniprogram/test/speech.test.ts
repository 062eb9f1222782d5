import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'

vi.mock('@/platform', () => ({ isWeChat: true, isH5: false }))
const { canSpeak, hush, lookForVoice, speak, speaking } = await import('@/look/speech')
const { partsOf } = await import('@/look/readAloud')
const { fontScale, followWeChatsFontSize } = await import('@/look/fontSize')
const { elder } = await import('@/look/elder')
const { default: HoldToTalk } = await import('@/components/HoldToTalk.vue')

const said: string[] = []
const recogniser = { onStop: (() => {}) as (r: { result: string }) => void, onError: () => {}, start: vi.fn(), stop: vi.fn() }
let ended = () => {}
const audio = { src: '', play: vi.fn(), destroy: vi.fn(), onEnded: (call: () => void) => (ended = call), onError() {} }

function givenPlugin(there: boolean) {
  Object.assign(globalThis, {
    requirePlugin: () => {
      if (!there) throw new Error('plugin is not declared')
      return {
        getRecordRecognitionManager: () => recogniser,
        textToSpeech: ({ content, success }: { content: string; success(r: object): void }) => {
          said.push(content)
          success({ filename: `wxfile://${said.length}.mp3` })
        },
      }
    },
  })
  Object.assign(uni, { createInnerAudioContext: () => audio })
}

beforeEach(() => {
  said.length = 0
  elder.value = false
})

test('Where WeChat has the plugin, an answer is read part after part, and stops when told', () => {
  givenPlugin(true)
  lookForVoice()
  expect(canSpeak.value).toBe(true)
  speak(`${'很长的一句话，'.repeat(43)}完。第二句。`)
  expect(speaking.value).toBe(true)
  expect(said).toHaveLength(1)
  ended()
  expect(said).toHaveLength(2)
  ended()
  expect(speaking.value).toBe(false)
  speak('再来一次。')
  hush()
  expect(speaking.value).toBe(false)
  expect(audio.destroy).toHaveBeenCalled()
})

test('What is read is nothing less than the text', () => {
  const text = '第一句。第二句！\n' + '字'.repeat(700) + '。完'
  expect(partsOf(text).join('')).toBe(text)
  expect(partsOf(text).every((part) => part.length <= 300)).toBe(true)
})

test('Without the plugin nothing offers to read or to listen', async () => {
  givenPlugin(false)
  lookForVoice()
  expect(canSpeak.value).toBe(false)
  const hold = mount(HoldToTalk)
  await flushPromises()
  expect(hold.text()).toBe('')
})

test('Held down it listens, let go it hands over the words', async () => {
  givenPlugin(true)
  const hold = mount(HoldToTalk)
  await flushPromises()
  await hold.find('.hold').trigger('touchstart')
  expect(recogniser.start).toHaveBeenCalledWith({ duration: 60_000, lang: 'zh_CN' })
  expect(hold.text()).toContain('正在听')
  await hold.find('.hold').trigger('touchend')
  expect(recogniser.stop).toHaveBeenCalled()
  recogniser.onStop({ result: '我想问开庭时间' })
  await flushPromises()
  expect(hold.emitted('heard')).toEqual([['我想问开庭时间']])
  await hold.find('.hold').trigger('touchstart')
  recogniser.onError()
  await flushPromises()
  expect(hold.text()).toContain('没有听到声音')
})

test('The letters follow WeChat’s font size, never smaller than drawn and never beyond what fits', () => {
  const set = (info: object) => {
    Object.assign(globalThis, { wx: { getAppBaseInfo: () => info } })
    followWeChatsFontSize()
    return fontScale.value
  }
  expect([set({ fontSizeScaleFactor: 1 }), set({ fontSizeScaleFactor: 1.2 }), set({ fontSizeSetting: 20 }), set({ fontSizeScaleFactor: 0.8 }), set({ fontSizeScaleFactor: 2 })]).toEqual([1, 1.2, 1.25, 1, 1.4])
  elder.value = true
  expect(set({ fontSizeScaleFactor: 1.2 })).toBe(1)
})
