import { online } from '@/network'
import { isH5 } from '@/platform'
import { maxBytesOf } from '@/services/attachments'
import { asRefused } from '@/services/refused'
import { browserFile, weChatFile, type LocalFile } from '@/uploads/localFile'
import { leftText } from '@/uploads/pace'
import { headHash, sendFile } from '@/uploads/sendFile'

/** A file on its way to the court. What the court has of it outlives the page; `path` may not. */
export interface DraftFile {
  id: string
  name: string
  size: number
  path: string
  image: boolean
  /** `cut`: waits for the network by itself. `again`: has to be chosen again. */
  state: 'waiting' | 'uploading' | 'cut' | 'paused' | 'again' | 'uploaded' | 'failed'
  percent: number
  problem: string | null
  /** Bytes that the court has. */
  sent?: number
  /** `约 20 秒`. */
  left?: string
  /** Bytes a second. */
  speed?: number
  /** By these a file that is chosen again is known. */
  lastModified?: number
  head?: string
  /** Of what is on this device, once all of it was read. */
  own?: string
  sha256?: string
  /** As the court shows it too, once both sides have the same. */
  fingerprint?: string
  /** Stopped to save data; goes on by itself where there is Wi-Fi. */
  forWifi?: boolean
}

/** The browser's own files by draft file id; not storable. */
const browserFiles = new Map<string, File>()
export const keepBrowserFile = (id: string, file: File) => browserFiles.set(id, file)

export function localFileOf(file: DraftFile): LocalFile | null {
  const own = browserFiles.get(file.id)
  if (own) return browserFile(own)
  return !isH5 && file.path ? weChatFile(file.path, file.size) : null
}

/** Sends `file`, writing progress and outcome into it; goes on from what the court has. Ends too when the person paused it. */
export async function uploadDraftFile(file: DraftFile): Promise<void> {
  const local = localFileOf(file)
  if (!local) return chooseAgain(file)
  const now = () => file.state as DraftFile['state'] // changed by the person meanwhile
  file.state = 'uploading'
  file.problem = null
  try {
    file.head ??= await headHash(local)
    const done = await sendFile({
      id: file.id,
      name: file.name,
      file: local,
      isPaused: () => now() === 'paused',
      onWaiting: () => {
        if (now() !== 'paused') file.state = 'cut'
      },
      onHashed: (sha256) => Object.assign(file, { sha256, own: fingerprintOf(sha256) }),
      onProgress: (sent, pace) => {
        if (now() === 'cut' || now() === 'waiting') file.state = 'uploading'
        file.sent = sent
        file.percent = Math.floor((sent / file.size) * 100)
        file.speed = Math.round(pace.speed)
        file.left = leftText(file.size - sent, pace.speed)
      },
    })
    if (!done) return
    Object.assign(file, { state: 'uploaded', percent: 100, fingerprint: done.fingerprint })
    browserFiles.delete(file.id)
  } catch (error) {
    const refused = asRefused(error)
    if (refused.code === 'client.file_gone') return chooseAgain(file)
    file.state = 'failed'
    file.problem = refused.title
  }
}

function chooseAgain(file: DraftFile) {
  file.state = 'again'
  file.problem = `停在 ${file.percent}%。请再选一次这个文件，从停下的地方接着传`
}

/** Of a hash, as the court writes it for people to compare. */
const fingerprintOf = (sha256: string) => `${sha256.slice(0, 8)}…${sha256.slice(-8)}`

/** Where a cut one stands, whose fault it is. */
export const cutText = (file: DraftFile) => `${online.value ? '连不上法院' : '网络断了'}，停在 ${file.percent}%，好了会接着传`

export function tooLarge(size: number, name: string): string | null {
  const most = maxBytesOf(name)
  if (size <= most) return null
  return `这个文件 ${Math.ceil(size / 1024 / 1024)} MB，最大 ${most / 1024 / 1024} MB。可以压缩后再选，或刻盘寄给法院`
}

/** After a reload a browser no longer hands out what was chosen; WeChat still may. */
export function revive(files: DraftFile[]): DraftFile[] {
  return files.map((file) => {
    if (file.state === 'uploaded') return { ...file, path: '' }
    if (file.state === 'failed') return { ...file, path: '' }
    const revived: DraftFile = { ...file, path: isH5 ? '' : file.path, state: file.state === 'paused' ? 'paused' : 'waiting', problem: null }
    if (isH5) chooseAgain(revived)
    return revived
  })
}

/** The one of `files` that `chosen` is, chosen again. */
export async function sameAs(chosen: DraftFile, files: DraftFile[]): Promise<DraftFile | undefined> {
  const alike = files.filter((file) => file.state === 'again' && file.name === chosen.name && file.size === chosen.size && file.lastModified === chosen.lastModified)
  const local = alike.length > 0 ? localFileOf(chosen) : null
  const head = local && (await headHash(local))
  return alike.find((file) => file.head === head)
}

/** The file that was chosen again takes the place of the one that was lost; the court's id stays. */
export function takeUp(file: DraftFile, chosen: DraftFile) {
  const own = browserFiles.get(chosen.id)
  browserFiles.delete(chosen.id)
  if (own) browserFiles.set(file.id, own)
  Object.assign(file, { path: chosen.path, state: 'waiting', problem: null })
}
