import type { ComponentPublicInstance } from 'vue'
import { fullMomentText } from '@/format'
import { isH5 } from '@/platform'
import { Refused } from '@/services/refused'
import type { SubmissionView } from '@/services/submissions'

interface Surface { width: number; height: number; getContext(kind: '2d'): CanvasRenderingContext2D | null }

const width = 360
const height = 420
const scale = 3
const margin = 24
const lineHeight = 28

const refused = () => new Refused('client.no_picture', '没有存成。请截屏，或复制回执号')

/** Browsers within other apps take no download and say nothing of it. */
const takesDownloads = () => 'download' in HTMLAnchorElement.prototype && !/MicroMessenger|QQ\/|Weibo|AlipayClient|DingTalk|Lark|aweme|NewsArticle|baiduboxapp/i.test(navigator.userAgent)

/**
 * The receipt as a picture: in a browser a download, in the mini-program among the phone's photos.
 * @returns A picture to be shown and pressed long, where nothing else keeps it.
 */
export async function keepReceipt(view: SubmissionView, page: ComponentPublicInstance | null | undefined): Promise<string | null> {
  const canvas = isH5 ? document.createElement('canvas') : await findCanvas(page)
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) throw refused()
  pen.scale(scale, scale)
  draw(pen, linesOf(view))
  if (!isH5) await intoAlbum(canvas)
  else if (takesDownloads()) download(canvas as HTMLCanvasElement, view.receipt.number)
  else return (canvas as HTMLCanvasElement).toDataURL('image/png')
  return null
}

export const linesOf = ({ receipt, case: of, title, files }: SubmissionView): [string, string][] => [
  ['回执号', receipt.number],
  ['收到的时间', fullMomentText(receipt.sentAt)],
  ['法院', receipt.court],
  ['案件', of.number],
  ['交了什么', `${title}，${files.length} 个文件`],
  ['文件指纹', receipt.words],
]

function draw(pen: CanvasRenderingContext2D, lines: [string, string][]) {
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#1b2530'
  pen.font = '600 22px sans-serif'
  pen.fillText('法院收到了', margin, 48)
  let top = 88
  for (const [name, value] of lines) {
    pen.fillStyle = '#5b6670'
    pen.font = '15px sans-serif'
    pen.fillText(name, margin, top)
    pen.fillStyle = '#1b2530'
    pen.font = '16px sans-serif'
    pen.fillText(value, margin, top + 21, width - 2 * margin)
    top += lineHeight + 24
  }
}

function download(canvas: HTMLCanvasElement, number: string) {
  const link = document.createElement('a')
  link.href = canvas.toDataURL('image/png')
  link.download = `回执 ${number}.png`
  link.click()
}

const findCanvas = (page: ComponentPublicInstance | null | undefined) =>
  new Promise<Surface>((resolve, reject) =>
    uni.createSelectorQuery().in(page).select('#receipt').fields({ node: true }, (found) => {
      const node = (found as { node?: Surface } | null)?.node
      if (node) resolve(node)
      else reject(refused())
    }).exec(),
  )

function intoAlbum(canvas: Surface): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(refused())
    const save = (filePath: string) => uni.saveImageToPhotosAlbum({ filePath, success: () => resolve(), fail })
    uni.canvasToTempFilePath({ canvas, success: ({ tempFilePath }: { tempFilePath: string }) => save(tempFilePath), fail } as unknown as UniNamespace.CanvasToTempFilePathOptions)
  })
}
