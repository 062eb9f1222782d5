/** The part of a mini-program SocketTask that a connection needs. */
export interface SocketTask {
  send(o: { data: string | ArrayBuffer; fail?: (e: { errMsg: string }) => void }): void
  close(o: { code?: number; reason?: string }): void
  onOpen(call: () => void): void
  onMessage(call: (r: { data: string | ArrayBuffer }) => void): void
  onError(call: (e: { errMsg: string }) => void): void
  onClose(call: (r: { code?: number; reason?: string }) => void): void
}

export type OpenSocket = (o: { url: string; fail: (e: { errMsg: string }) => void }) => Promise<SocketTask>

/** Some WeChat clients never report `onClose` after `close()`. */
const closeReportWait = 3000

/** Makes a class that looks like the browser's `WebSocket` to SignalR and works over `connectSocket`. */
export function webSocketOver(open: OpenSocket) {
  return class TaskWebSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3

    readyState = 0
    binaryType = 'arraybuffer'
    onopen: ((e: unknown) => void) | null = null
    onmessage: ((e: { data: string | ArrayBuffer }) => void) | null = null
    onerror: ((e: unknown) => void) | null = null
    onclose: ((e: { code: number; reason: string; wasClean: boolean }) => void) | null = null
    private task?: SocketTask

    constructor(readonly url: string) {
      const fail = (e: { errMsg: string }) => this.finish(1006, e.errMsg)
      open({ url, fail }).then(
        (task) => this.attach(task, fail),
        (e: unknown) => fail({ errMsg: String(e) }),
      )
    }

    send(data: string | ArrayBuffer) {
      if (this.readyState !== 1 || !this.task) throw new Error('socket is not open')
      this.task.send({ data, fail: (e) => this.finish(1006, e.errMsg) })
    }

    close(code = 1000, reason = '') {
      if (this.readyState >= 2) return
      this.readyState = 2
      this.task?.close({ code, reason })
      setTimeout(() => this.finish(code, reason), closeReportWait)
    }

    private attach(task: SocketTask, fail: (e: { errMsg: string }) => void) {
      this.task = task
      if (this.readyState >= 2) return task.close({ code: 1000 })
      task.onOpen(() => {
        if (this.readyState !== 0) return
        this.readyState = 1
        this.onopen?.({})
      })
      task.onMessage((r) => this.onmessage?.({ data: r.data }))
      task.onError(fail)
      task.onClose((r) => this.finish(r.code ?? 1000, r.reason ?? ''))
    }

    private finish(code: number, reason: string) {
      if (this.readyState === 3) return
      this.readyState = 3
      if (code === 1006) this.onerror?.({ message: reason })
      this.onclose?.({ code, reason, wasClean: code === 1000 })
    }
  }
}
