import { WebSocketServer } from 'ws'

const end = '\u001e'

/** SignalR's JSON protocol, as much as `/hubs/live` needs: handshake, pings, `changed` to one person. */
export function liveHub(server, personOf) {
  const sockets = new Map()
  const accept = new WebSocketServer({ noServer: true })

  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url, 'http://fake')
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? url.searchParams.get('access_token')
    const person = url.pathname === '/hubs/live' ? personOf(token) : null
    if (!person) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    accept.handleUpgrade(request, socket, head, (ws) => greet(ws, person))
  })

  function greet(ws, person) {
    let greeted = false
    ws.on('message', (data) => {
      for (const text of data.toString().split(end).filter(Boolean)) {
        const message = JSON.parse(text)
        if (!greeted) {
          greeted = message.protocol === 'json' && message.version === 1
          ws.send(greeted ? `{}${end}` : JSON.stringify({ error: 'protocol' }) + end)
          if (greeted) sockets.set(ws, person.id)
        } else if (message.type === 6) {
          ws.send(JSON.stringify({ type: 6 }) + end)
        }
      }
    })
    ws.on('close', () => sockets.delete(ws))
  }

  return {
    get connections() {
      return sockets.size
    },
    changed(personId, change) {
      const text = JSON.stringify({ type: 1, target: 'changed', arguments: [change] }) + end
      for (const [ws, id] of sockets) if (id === personId) ws.send(text)
    },
    /** Cuts every connection, as a network does. */
    cut() {
      for (const ws of accept.clients) ws.terminate()
    },
  }
}
