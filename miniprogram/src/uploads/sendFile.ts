import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import { Refused } from '@/services/refused'
import { getUpload, sendPiece, startUpload, type Upload } from '@/services/uploads'
import { untilOnline } from '@/network'
import type { LocalFile } from './localFile'
import { Pace } from './pace'

export interface Sending {
  id: string
  name: string
  file: LocalFile
  /** Bytes that the court has for good, and how it goes. */
  onProgress: (sent: number, pace: Pace) => void
  /** Of the file on this device, once the court has all of it. */
  onHashed?: (sha256: string) => void
  /** The network is away, or the court does not answer: it goes on by itself. */
  onWaiting: () => void
  isPaused: () => boolean
}

/** Longest wait between two tries, in milliseconds. */
const longestWait = 30_000
const readAhead = 1024 * 1024

const different = () => new Refused('client.hash_mismatch', '法院收到的和您选的文件不一样，请删掉后重新选')

/**
 * Sends a file in pieces (tus 1.0) and goes on from what the court has: after a cut, a pause, another network, a closed app.
 * @returns What the court can open by then, with the same hash on both sides; null when the person paused it.
 */
export async function sendFile(what: Sending): Promise<Upload | null> {
  const hash = new RunningHash(what.file)
  const pace = new Pace()
  let standing: Upload | null = null
  let isAnnounced = false
  for (let failures = 0; ; ) {
    if (what.isPaused()) return null
    try {
      if (!isAnnounced) await startUpload(what.id, what.name, what.file.size) // harmless where the court knows of it
      isAnnounced = true
      standing ??= await getUpload(what.id)
      what.onProgress(standing.offset, pace)
      if (standing.state === 'refused') throw new Refused(standing.code!, standing.title!, null, 422)
      if (standing.state === 'uploaded') {
        const own = await hash.of(what.file.size)
        what.onHashed?.(own)
        if (own !== standing.sha256) throw different()
        return standing
      }
      if (standing.state === 'arrived') {
        what.onHashed?.(await hash.of(what.file.size))
        await patience.wait(1_000)
        standing = await getUpload(what.id)
        continue
      }
      const offset = await piece(what, standing.offset, pace)
      standing = offset < what.file.size ? { ...standing, offset } : await getUpload(what.id)
      failures = 0
    } catch (error) {
      if (!passes(error)) throw error
      standing = null // only the court knows how far it got
      pace.broke()
      what.onWaiting()
      await untilOnline()
      await patience.wait(Math.min(longestWait, 1_000 * 2 ** failures++))
    }
  }
}

async function piece({ id, file }: Sending, offset: number, pace: Pace): Promise<number> {
  const bytes = await file.read(offset, Math.min(pace.size, file.size - offset))
  const start = Date.now()
  await sendPiece(id, offset, bytes)
  pace.took(bytes.length, Date.now() - start)
  return offset + bytes.length
}

/** What does not need the person: a network that is away, a court that is busy, a piece that was damaged or came twice. */
function passes(error: unknown): boolean {
  return error instanceof Refused && (error.offline || error.broken || [409, 423, 429, 460].includes(error.status)) && !/^upload\.too_many|^litigant\.|id_reused/.test(error.code)
}

/** A test waits for nothing. */
export const patience = { wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)) }

/** SHA-256 of the file as it is on this device, a stretch at a time. */
class RunningHash {
  private readonly running = sha256.create()
  private at = 0
  constructor(private readonly file: LocalFile) {}

  async of(length: number): Promise<string> {
    while (this.at < length) {
      const bytes = await this.file.read(this.at, Math.min(readAhead, length - this.at))
      this.running.update(bytes)
      this.at += bytes.length
    }
    return bytesToHex(this.running.clone().digest())
  }
}

/** The beginning of a file, by which one that is chosen again is known. */
export const headHash = async (file: LocalFile) => bytesToHex(sha256(await file.read(0, Math.min(Pace.smallest, file.size))))
