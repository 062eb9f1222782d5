import { expect, test, vi } from 'vitest'
import { webSocketOver, type SocketTask } from '@/live/socket'

function openTask() {
  const calls: Record<string, (r: never) => void> = {}
  const task: SocketTask = {
    send: vi.fn(),
    close: vi.fn(),
    onOpen: (call) => (calls.open = call as never),
    onMessage: (call) => (calls.message = call as never),
    onError: (call) => (calls.error = call as never),
    onClose: (call) => (calls.close = call as never),
  }
  return { task, say: (what: string, r: object = {}) => calls[what](r as never) }
}

test('A task behaves as a WebSocket: opens, carries both ways, closes', async () => {
  const { task, say } = openTask()
  const socket = new (webSocketOver(async () => task))('ws://x')
  const seen: unknown[] = []
  socket.onopen = () => seen.push('open')
  socket.onmessage = ({ data }) => seen.push(data)
  socket.onclose = ({ code, wasClean }) => seen.push([code, wasClean])
  await Promise.resolve()
  expect(() => socket.send('early')).toThrow('not open')
  say('open')
  socket.send('hello')
  say('message', { data: 'answer' })
  say('close', { code: 1000 })
  say('close', { code: 1000 })
  expect(task.send).toHaveBeenCalledWith(expect.objectContaining({ data: 'hello' }))
  expect(seen).toEqual(['open', 'answer', [1000, true]])
})

test('A connection that never came up is an error and a close', async () => {
  const socket = new (webSocketOver(() => Promise.reject(new Error('no network'))))('ws://x')
  const closed = new Promise((resolve) => (socket.onclose = resolve))
  const error = vi.fn()
  socket.onerror = error
  expect(await closed).toMatchObject({ code: 1006, wasClean: false })
  expect(error).toHaveBeenCalled()
})

test('A client that does not report its close is closed all the same', async () => {
  vi.useFakeTimers()
  const { task, say } = openTask()
  const socket = new (webSocketOver(async () => task))('ws://x')
  await vi.advanceTimersByTimeAsync(0)
  say('open')
  const closed = vi.fn()
  socket.onclose = closed
  socket.close()
  await vi.advanceTimersByTimeAsync(3000)
  expect(closed).toHaveBeenCalledOnce()
  vi.useRealTimers()
})
