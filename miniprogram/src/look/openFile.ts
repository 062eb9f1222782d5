import { isH5 } from '@/platform'
import type { Attachment } from '@/services/attachments'
import { Refused } from '@/services/refused'

type OfficeType = 'doc' | 'docx' | 'pdf'

/** Shows a fetched file: pictures in the viewer, papers in WeChat's reader, in a browser as a download under its own name. */
export async function openFile(path: string, { name, contentType }: Attachment): Promise<void> {
  if (/^image\//.test(contentType)) return void uni.previewImage({ urls: [path] })
  if (isH5) return save(path, name)
  return new Promise((resolve, reject) =>
    uni.openDocument({
      filePath: path,
      fileType: (/\.(docx?|pdf)$/i.exec(name)?.[1].toLowerCase() ?? 'pdf') as OfficeType,
      success: () => resolve(),
      fail: () => reject(new Refused('file.cannot_open', '这部手机打不开这种文件。可以在电脑上打开广州微法院查看')),
    }),
  )
}

function save(path: string, name: string) {
  const link = document.createElement('a')
  link.href = path
  link.download = name
  link.click()
}
