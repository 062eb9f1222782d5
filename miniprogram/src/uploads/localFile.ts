import { Refused } from '@/services/refused'

/** A file on this device, read piece by piece: it may be larger than the memory. */
export interface LocalFile {
  size: number
  read(at: number, length: number): Promise<Uint8Array>
}

const gone = () => new Refused('client.file_gone', '手机里找不到这个文件了，请再选一次，会从停下的地方接着传')

export const browserFile = (file: File): LocalFile => ({
  size: file.size,
  read: (at, length) =>
    new Promise((resolve, reject) => {
      const reader = new FileReader() // Blob.arrayBuffer is younger than the oldest browsers here
      reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer))
      reader.onerror = () => reject(gone())
      reader.readAsArrayBuffer(file.slice(at, at + length))
    }),
})

/** WeChat's: by path, as long as WeChat keeps it. */
export const weChatFile = (path: string, size: number): LocalFile => ({
  size,
  read: (position, length) =>
    new Promise((resolve, reject) =>
      wx.getFileSystemManager().readFile({
        filePath: path,
        position,
        length,
        success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
        fail: () => reject(gone()),
      }),
    ),
})
