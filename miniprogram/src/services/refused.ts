/** What a call did not do, in words for a person and a code for the program. `status` is 0 when the court was not reached. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly title: string,
    readonly errorNumber: string | null = null,
    readonly status = 0,
    readonly retryAfter: number | null = null,
  ) {
    super(`${code}: ${title}`)
    this.name = 'Refused'
  }

  /** The court was not reached, or its answer was lost on the way. */
  get offline() {
    return this.code.startsWith('network.')
  }

  /** It was sent, and whether the court has it is not known: its answer was lost, or something broke on the way. */
  get outcomeUnknown() {
    return this.code === 'network.answer_lost' || this.status === 500 || (this.status > 500 && this.code.startsWith('http.'))
  }

  /** The court's fault, not the person's. */
  get broken() {
    return this.status >= 500
  }
}

/** Whose fault it is, this device knows by its own network; only of what was to be sent it is said that it was not. */
export const unreachable = (online: boolean, sending = false) =>
  online
    ? new Refused('network.no_answer', `现在连不上法院，不是您手机的问题${sending ? '。这次没有送到' : ''}。请过一会儿再来`)
    : new Refused('network.unreachable', `手机现在没有网络${sending ? '，这次没有送到法院' : ''}。请看看有没有连上网`)

/** Of what changes something at the court: it may have arrived. */
export const answerLost = () => new Refused('network.answer_lost', '没有等到法院的回音，还不知道收到没有')

/** Of a page that was opened without saying which: with nothing behind the slash the court would answer with the whole list. */
export const withoutId = () => new Refused('client.without_id', '这个链接不完整，请回到列表里打开', null, 404)

const brokenTitle = '是法院这边的系统出了问题，不是您操作错了。请过一会儿再试'

/** Reads problem+json; anything else (a proxy's page, an empty body) still becomes a sentence. */
export function refusedBy(status: number, body: unknown, retryAfter: number | null = null): Refused {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const text = (name: string) => (typeof problem[name] === 'string' ? (problem[name] as string) : null)
  return new Refused(
    text('code') ?? `http.${status}`,
    text('title') ?? (status === 404 ? '没有找到，或者不是您的。请回到列表里打开' : brokenTitle),
    text('errorNumber'),
    status,
    retryAfter,
  )
}

/** Anything thrown, as a refusal: a bug in this program is said as such, never swallowed. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error
  console.error(error)
  return new Refused('client.failed', '页面出了问题，不是您操作错了。请退出再进来一次')
}
