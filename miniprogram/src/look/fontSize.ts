import { computed, ref } from 'vue'
import { isWeChat } from '@/platform'
import { elder } from './elder'

/** WeChat's standard letters, in pixels: older clients tell the size, newer ones the factor. */
const standard = 16
/** Beyond this even the longest word of a button no longer fits a narrow phone. */
const most = 1.4
/** Elder mode is as much larger by itself. */
const elders = 1.35

const asked = ref(1)

/** How much larger than the drawings the letters are: as the person set it in WeChat (我 › 设置 › 通用 › 字体大小), never smaller. */
export const fontScale = computed(() => Math.min(most, Math.max(1, elder.value ? asked.value / elders : asked.value)))

/** Read again whenever the app comes to the front: it may have been changed meanwhile. */
export function followWeChatsFontSize() {
  if (!isWeChat) return
  const { fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo?.() ?? {}
  asked.value = fontSizeScaleFactor ?? (fontSizeSetting ? fontSizeSetting / standard : 1)
}
