import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { checkAnswer } from './contract.mjs'
import { Court } from './court.mjs'
import { courseOf } from './course.mjs'
import { categories, courts } from './data.mjs'
import { Problem, parseJson, parseMultipart, readBody, send, sendProblem } from './http.mjs'
import { liveHub } from './hub.mjs'
import { Uploads } from './uploads.mjs'
import { enters } from './work.mjs'

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf', '.png': 'image/png' }

/**
 * The API of docs/api.md over an in-memory court, with a real SignalR socket; serves an H5 build at `/` when given one.
 * @param {{ staticDir?: string, port?: number }} [options]
 *
 * `fail` decides per call whether something breaks: return 'drop' (no answer), 'lose' (done, but the answer is lost) or a Problem.
 */
export async function startFakeCourt({ staticDir, port = 0 } = {}) {
  const court = new Court()
  const uploads = new Uploads(court)
  /** @type {{ method: string, path: string, query: object, body?: unknown }[]} */
  const calls = []
  /** @type {(call: { method: string, path: string }) => unknown} */
  const fail = () => null
  const fake = { court, calls, fail }
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://fake')
    serve(url, request, response).catch((error) => {
      if (error instanceof Problem) return sendProblem(response, error)
      console.error(error)
      sendProblem(response, new Problem(500, 'server.failed', '是法院这边的问题，不是您操作错了'))
    })
  })

  async function serve(url, request, response) {
    if (!url.pathname.startsWith('/api/v1/')) return serveFile(url.pathname, response)
    const call = { method: request.headers['x-http-method-override'] ?? request.method, path: url.pathname.slice('/api/v1'.length), query: Object.fromEntries(url.searchParams) }
    calls.push(call)
    const breakage = fake.fail(call)
    if (breakage === 'drop') return request.socket.destroy()
    if (breakage instanceof Problem) throw breakage
    const buffer = await readBody(request)
    const isUpload = call.path.startsWith('/uploads')
    if (call.path === '/attachments') call.body = parseMultipart(buffer, request.headers['content-type'])
    else if (!isUpload) call.body = parseJson(buffer)
    const token = request.headers.authorization?.replace(/^Bearer /, '')
    const device = request.headers['device-key']
    const [status, body, raw] =
      court.work.before(call.method, call.path, device, call.body) ?? (isUpload ? uploads.answer(court.authenticate(token).person, { ...call, headers: request.headers, buffer }) : null) ?? answer(call, token, request.headers['user-agent'], request.headers['document-visit'])
    if (status === 200 && enters.test(call.path)) court.work.know(device)
    if (breakage === 'lose') return request.socket.destroy()
    if (raw) {
      response.writeHead(status, { 'Content-Type': raw.info.contentType, 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(raw.info.name)}` })
      return response.end(raw.bytes)
    }
    checkAnswer(call.method, call.path, status, body)
    send(response, status, body)
  }

  function answer({ method, path: where, query, body }, token, agent, visit) {
    const open = openRoutes(court, body, agent)[`${method} ${where}`]
    if (open) return open()
    const [, survey, act] = /^\/surveys\/([^/]+)(?:\/(\w+))?$/.exec(where) ?? []
    if (survey && act === 'code') return court.survey(survey) && [202, { resendAfter: 60, expiresIn: 300 }]
    if (survey && act === 'answer') return [200, court.answerBySurvey(survey, body)]
    if (survey) return method === 'GET' ? [200, court.survey(survey)] : [204, court.rateBySurvey(survey, body)]
    const verification = /^\/verifications\/([^/]+)$/.exec(where)
    if (verification) return [200, court.verification(decodeURIComponent(verification[1]), query.code ?? '')]
    const link = court.documents.link(method, where, body)
    if (link) return link
    if (visit && where.startsWith('/documents')) {
      if (!court.documents.visits.has(visit)) throw new Problem(401, 'document_visit.over', '核对已过时，请从短信或邮件里的链接再进来一次')
      return court.documents.answer(method, where, query, body)
    }
    const { person, session } = court.authenticate(token)
    const paper = court.documents.answer(method, where, query, body) ?? court.confirmations.answer(method, where, body) ?? court.bindings.answer(method, where, body) ?? court.submissions.answer(person, method, where, query, body) ?? court.readings.answer(method, where, query, body)
    if (paper) return paper
    const exact = myRoutes(court, person, session, query, body)[`${method} ${where}`]
    if (exact) return exact()
    const course = courseOf(court, person, `${method} ${where}`, query)
    if (course) return course
    const one = /^\/(work-orders|attachments|me\/sessions|cases|notices|sends)\/([^/]+)(?:\/(\w+))?$/.exec(where)
    const found = one && itemRoutes(court, person, one[2], body)[`${method} ${one[1]}${one[3] ? `/${one[3]}` : ''}`]
    if (!found) throw new Problem(404, 'request.not_found', '没有这个地址')
    return found()
  }

  function serveFile(pathname, response) {
    const file = staticDir && path.join(staticDir, pathname === '/' ? 'index.html' : path.normalize(pathname))
    if (!file || !existsSync(file) || !statSync(file).isFile()) return send(response, 404)
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  }

  const hub = liveHub(server, (token) => court.sessions.find((s) => token && s.accessToken === token)?.person)
  court.tell = (personId, change) => hub.changed(personId, change)
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return Object.assign(fake, {
    hub,
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      hub.cut()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  })
}

const openRoutes = (court, body, agent) => ({
  'POST /auth/wechat': () => [200, court.byWeChat(body.code, '微信小程序')],
  'POST /auth/sms-code': () => [202, court.sendSmsCode(body.phone)],
  'POST /auth/sms': () => [200, court.bySms(body.phone, body.code, agent?.includes('Mobile') ? '手机浏览器' : '电脑浏览器')],
  'GET /agreements': () => [200, { items: court.agreements }],
  'POST /auth/refresh': () => [200, court.refresh(body.refreshToken)],
})

const myRoutes = (court, person, session, query, body) => ({
  'POST /auth/sign-out': () => [204, court.endSession(person, session.id)],
  'POST /me/agreements': () => [204, court.accept(person, body)],
  'DELETE /me/agreements': () => [204, court.withdraw(person)],
  'GET /me': () => [200, court.me(person)],
  'POST /me/phone': () => [200, court.bindPhone(person, body)],
  'POST /me/real-name': () => [200, court.confirmName(person, body)],
  'GET /me/sessions': () => [200, { items: court.devices(person, session) }],
  'GET /home': () => [200, court.home(person)],
  'GET /cases': () => [200, court.casesOf(person, query)],
  'GET /cases/lookup': () => [200, court.lookUp(person, query.number)],
  'GET /courts': () => [200, { items: courts }],
  'GET /work-orders/categories': () => [200, { items: categories }],
  'GET /work-orders/preview': () => [200, court.preview(person, query)],
  'GET /work-orders': () => [200, court.list(person, query)],
  'POST /work-orders': () => {
    const { order, created } = court.create(person, body)
    return [created ? 201 : 200, order]
  },
  'GET /notices': () => [200, court.noticesOf(person, query)],
  'GET /subscriptions/templates': () => [200, { items: court.templates[query.for] }],
  'POST /subscriptions': () => [204, court.subscribe(person, body)],
  'POST /attachments': () => {
    const { attachment, created } = court.attach(person, body)
    return [created ? 201 : 200, attachment]
  },
})

const itemRoutes = (court, person, id, body) => ({
  'GET work-orders': () => [200, court.get(person, id)],
  'POST work-orders/messages': () => [200, court.supplement(person, id, body)],
  'POST work-orders/urge': () => [200, court.urge(person, id, body)],
  'POST work-orders/rating': () => [200, court.rate(person, id, body)],
  'GET sends': () => [200, court.outcome(person, id)],
  'POST notices/read': () => [204, court.readNotice(person, id)],
  'POST work-orders/read': () => [204, court.read(person, id)],
  'GET attachments': () => [200, null, court.attachment(person, id)],
  'DELETE attachments': () => [204, court.detach(person, id)],
  'DELETE me/sessions': () => [204, court.endSession(person, id)],
  'GET cases': () => {
    const row = person.cases.find((c) => c.id === id)
    if (!row) throw new Problem(404, 'case.not_found', '找不到这个案子')
    return [200, court.caseRow(row)]
  },
})
