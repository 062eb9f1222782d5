import {
  HttpClient,
  HttpTransportType,
  HubConnectionBuilder,
  LogLevel,
  type HttpRequest,
  type HttpResponse,
  type HubConnection,
  type IHttpConnectionOptions,
} from '@microsoft/signalr'
import { isWeChat } from '@/platform'
import { lastingAccessToken } from '@/session/session'
import { webSocketOver, type SocketTask } from './socket'

/** SignalR insists on an HTTP client even when only WebSockets are used; the mini-program has neither fetch nor XHR. */
class NoHttpClient extends HttpClient {
  send(request: HttpRequest): Promise<HttpResponse> {
    return Promise.reject(new Error(`no HTTP transport: ${request.method}`))
  }
}

/** In WeChat the token travels in the header; a browser cannot set one, there SignalR puts it into the query. */
function transport(): IHttpConnectionOptions {
  if (!isWeChat) return { accessTokenFactory: async () => (await lastingAccessToken()) ?? '' }
  // `WebSocket` is read by SignalR but left out of its published types
  const over = { httpClient: new NoHttpClient(), WebSocket: webSocketOver(openSignedSocket) }
  return over as IHttpConnectionOptions
}

async function openSignedSocket(o: { url: string; fail: (e: { errMsg: string }) => void }): Promise<SocketTask> {
  const token = await lastingAccessToken()
  // uni.connectSocket answers with a task only when it is given a callback
  return uni.connectSocket({ ...o, header: { Authorization: `Bearer ${token}` }, complete() {} }) as unknown as SocketTask
}

/** A connection to `/hubs/live`, not yet started. Without negotiation any instance of the server can take it. */
export function liveHub(): HubConnection {
  const root = API_BASE || globalThis.location.origin
  return new HubConnectionBuilder()
    .withUrl(`${root}/hubs/live`, { skipNegotiation: true, transport: HttpTransportType.WebSockets, ...transport() })
    .configureLogging(LogLevel.None)
    .build()
}
