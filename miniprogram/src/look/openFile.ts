import { isH5 } from '@/platform'
import type { Attachment } from '@/services/attachments'
import { Refused } from '@/services/refused'

type OfficeType = 'doc' | 'docx' | 'pdf'

/** Shows a fetched file: pictures in the viewer, papers in WeChat's reader, in a browser as a download under its own name. */
export async function openFile(path: string, { name, contentType }: Pick<Attachment, 'name' | 'contentType'>, keepable = false): Promise<void> {
  if (/^image\//.test(contentType)) return void uni.previewImage({ urls: [path] })
  if (isH5) return save(path, name)
  return new Promise((resolve, reject) =>
    uni.openDocument({
      filePath: path,
      fileType: (/\.(docx?|pdf)$/i.exec(name)?.[1].toLowerCase() ?? 'pdf') as OfficeType,
      showMenu: keepable, // lets the person save it or pass it on
      success: () => resolve(),
      fail: () => reject(new Refused('file.cannot_open', '这部手机打不开这种文件。可以在电脑上打开广州微法院查看')),
    }),
  )
}

/** Shows a paper that has yet to be fetched: in a browser on a tab of its own, which must be opened within the tap. */
export async function viewPaper(fetch: () => Promise<string>, name: string): Promise<void> {
  const paper = { name, contentType: 'application/pdf' }
  if (!isH5) return openFile(await fetch(), paper)
  const tab = window.open('about:blank', '_blank')
  try {
    const path = await fetch()
    if (tab) tab.location.href = path
    else await openFile(path, paper)
  } catch (error) {
    tab?.close()
    throw error
  }
}

function save(path: string, name: string) {
  const link = document.createElement('a')
  link.href = path
  link.download = name
  link.click()
}
