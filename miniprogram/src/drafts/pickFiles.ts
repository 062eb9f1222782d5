import { isWeChat } from '@/platform'
import { newId } from '@/uuid'
import { keepBrowserFile, tooLarge, type DraftFile } from './files'

interface Picked {
  path: string
  name: string
  size: number
  file?: File
}

export const pickWays = isWeChat ? (['选照片或拍照', '从聊天里选文件'] as const) : (['选图片或文件'] as const)
export type PickWay = (typeof pickWays)[number]

const papers = ['.jpg', '.jpeg', '.png', '.webp', '.gif', '.heic', '.doc', '.docx', '.pdf']
const media = ['.m4a', '.mp3', '.aac', '.wav', '.amr', '.mp4', '.mov', '.3gp', '.webm', '.avi']
const extensions = [...papers, ...media]

/** Lets the person choose up to `count` files; an empty list when nothing was chosen. */
export async function pickFiles(way: PickWay, count: number): Promise<DraftFile[]> {
  const picked = await pick(way, count)
  return Promise.all(picked.slice(0, count).map(toDraftFile))
}

function pick(way: PickWay, count: number): Promise<Picked[]> {
  return new Promise((resolve) => {
    const fail = () => resolve([]) // the person closed the chooser
    if (way === '从聊天里选文件') {
      wx.chooseMessageFile({
        count,
        type: 'file',
        extension: extensions.map((dotted) => dotted.slice(1)),
        success: ({ tempFiles }) => resolve(tempFiles.map(({ path, name, size }) => ({ path, name, size }))),
        fail,
      })
    } else if (way === '选照片或拍照') {
      uni.chooseImage({
        count,
        success: ({ tempFiles }) =>
          resolve((tempFiles as { path: string; size: number }[]).map(({ path, size }, at) => ({ path, size, name: `照片${at + 1}${extensionOf(path)}` }))),
        fail,
      })
    } else {
      uni.chooseFile({
        count,
        extension: extensions,
        success: ({ tempFiles }) =>
          resolve((tempFiles as File[]).map((file) => ({ path: (file as File & { path: string }).path, name: file.name, size: file.size, file }))),
        fail,
      })
    }
  })
}

/** H5: dragged onto the page. What is no file that the court takes, the court says. */
export const filesDropped = (files: File[]) => Promise.all(files.map((file) => toDraftFile({ path: URL.createObjectURL(file), name: file.name, size: file.size, file })))

async function toDraftFile({ path, name, size, file }: Picked): Promise<DraftFile> {
  const id = await newId()
  const problem = tooLarge(size, name)
  if (file && !problem) keepBrowserFile(id, file)
  return { id, name, size, path, image: /\.(jpe?g|png|webp|gif|heic)$/i.test(name), state: problem ? 'failed' : 'waiting', percent: 0, problem, lastModified: file?.lastModified }
}

const extensionOf = (path: string) => /\.\w+$/.exec(path)?.[0] ?? '.jpg'
