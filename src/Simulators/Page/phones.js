const kinds = { sms: '短信', weChat: '微信', email: '邮件', voice: '来电', reply: '发出的短信' }
const gateways = { sms: '短信通道', weChat: '微信通道', email: '邮件通道', voice: '语音通道' }
const answers = { works: '正常', fails: '服务器出错（5xx）', refuses: '拒收', hangs: '不应答', takesSilently: '收下但不应答' }
const receipts = { delivered: '送达', failed: '未送达', twice: '每条回两次', none: '不回执' }
const counted = { asked: '调用', taken: '收下', repeated: '重复', refused: '拒收', failed: '故障', receipts: '回执', replies: '回复' }

const $ = (id) => document.getElementById(id)
const view = { phone: '', kind: '', version: -1, messages: [], all: [] }

function element(name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

const clock = (at) => new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })

function card(message, isNew) {
  const item = element('li', message.kind === 'reply' ? 'reply-sent' : message.kind)
  if (isNew) item.classList.add('new')
  const head = element('header')
  head.append(element('i', '', kinds[message.kind]), element('span', '', message.to), element('time', '', clock(message.at)))
  item.append(head)
  if (message.kind === 'weChat') item.append(element('h2', '', '服务通知 · 广州微法院'), fields(message))
  else if (message.kind === 'email') item.append(element('h2', '', message.title), element('p', '', message.text))
  else if (message.kind === 'voice') item.append(element('h2', '', '12368 来电'), element('p', '', `“${message.text}”`))
  else item.append(element('p', '', (message.title ? `【${message.title}】` : '') + (message.text || '（空）')))
  item.append(foot(message))
  return item
}

function fields(message) {
  const list = element('dl')
  for (const [name, value] of [['模板', message.title], ...Object.entries(message.fields), ...(message.text ? [['打开', message.text]] : [])]) {
    const row = element('div')
    row.append(element('dt', '', name), element('dd', '', value))
    list.append(row)
  }
  return list
}

function foot(message) {
  const foot = element('footer')
  foot.append(element('span', /未/.test(message.state) ? 'bad' : '', message.state))
  if (message.segments > 1) foot.append(element('span', '', `计 ${message.segments} 条`))
  if (message.handovers > 1) foot.append(element('span', 'bad', `收到 ${message.handovers} 次，只显示一条`))
  if (message.kind === 'sms') {
    const reply = element('button', '', '回复')
    reply.type = 'button'
    reply.onclick = () => {
      $('from').value = message.to
      const code = /回复\s*(\d{4})\+/.exec(message.text)
      $('text').value = code ? `${code[1]}+` : ''
      $('text').focus()
    }
    foot.append(reply)
  }
  return foot
}

function showMessages() {
  const shown = view.messages.filter((m) => !view.kind || m.kind === view.kind || (view.kind === 'sms' && m.kind === 'reply'))
  const known = new Set([...$('messages').children].map((c) => c.dataset.number))
  const isFirst = known.size === 0
  $('messages').replaceChildren(...shown.map((m) => {
    const item = card(m, !isFirst && !known.has(String(m.number)))
    item.dataset.number = m.number
    return item
  }))
  if (shown.length === 0) $('messages').append(element('li', 'nothing', '还没有消息。验证码、派单、催办、答复的通知都会出现在这里。'))
}

function showPeople() {
  const people = new Map()
  for (const m of view.all) if (!people.has(m.to)) people.set(m.to, m)
  $('people').replaceChildren(...[...people].slice(0, 60).map(([to, newest]) => {
    const button = element('button')
    button.type = 'button'
    button.setAttribute('aria-pressed', String(to === view.phone))
    button.append(element('b', '', to), element('time', '', clock(newest.at).slice(0, 5)), element('small', '', newest.text || newest.title))
    button.onclick = () => choose(to === view.phone ? '' : to)
    const item = element('li')
    item.append(button)
    return item
  }))
}

function choose(phone) {
  Object.assign(view, { phone, version: -1 })
  $('phone').value = phone
  $('owner').textContent = phone || '全部手机'
  if (/^1\d{10}$/.test(phone)) $('from').value = phone
  $('messages').replaceChildren()
  void refresh()
}

async function refresh() {
  const asked = view.phone
  const answer = await fetch(`/messages.json?seen=${view.version}&phone=${encodeURIComponent(asked)}`)
  if (answer.status === 304 || asked !== view.phone) return
  const { version, messages } = await answer.json()
  Object.assign(view, { version, messages, all: asked ? (await (await fetch('/messages.json')).json()).messages : messages })
  showMessages()
  showPeople()
}

function select(options, chosen, onChange) {
  const box = element('select')
  for (const [value, words] of Object.entries(options)) box.append(new Option(words, value, false, value === chosen))
  box.onchange = () => onChange(box.value)
  return box
}

function labelled(words, control) {
  const label = element('label', '', words)
  label.append(control)
  return label
}

// Onto what holds now: another window, or a script, may have changed the rest since this panel was drawn.
async function change(gateway, what) {
  const { behaviour } = (await (await fetch('/switches.json')).json()).find((g) => g.gateway === gateway)
  const answer = await fetch(`/switches/${gateway}`, {
    method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...behaviour, ...what }),
  })
  await showGateways(true)
  if (!answer.ok) alert(`${gateways[gateway]}没有改成（${answer.status}）`)
}

async function showGateways(now = false) {
  if (!now && $('gateways').contains(document.activeElement)) return // somebody is choosing
  const all = await (await fetch('/switches.json')).json()
  $('gateways').replaceChildren(...all.map(({ gateway, behaviour, counts }) => {
    const panel = element('article', behaviour.answers === 'works' ? 'gateway' : 'gateway off')
    const put = (what) => change(gateway, what)
    panel.append(element('h2', '', gateways[gateway]), labelled('应答', select(answers, behaviour.answers, (value) => put({ answers: value }))))
    if (gateway === 'sms' || gateway === 'voice') panel.append(labelled('回执', select(receipts, behaviour.receipts, (value) => put({ receipts: value }))))
    const delay = element('input')
    Object.assign(delay, { type: 'number', min: 0, max: 60000, step: 500, value: behaviour.delayMs, onchange: () => put({ delayMs: Number(delay.value) }) })
    panel.append(labelled('延迟毫秒', delay))
    const figures = element('dl')
    for (const [name, words] of Object.entries(counted)) {
      if ((gateway !== 'sms' && name === 'replies') || (name === 'receipts' && gateway !== 'sms' && gateway !== 'voice')) continue
      const cell = element('div')
      cell.append(element('dt', '', words), element('dd', '', counts[name]))
      figures.append(cell)
    }
    panel.append(figures)
    return panel
  }))
}

$('phone').oninput = () => choose($('phone').value.trim())
$('clear').onclick = async () => {
  await fetch('/messages', { method: 'DELETE' })
  await refresh()
}
document.querySelectorAll('[data-kind]').forEach((tab) => {
  tab.onclick = () => {
    view.kind = tab.dataset.kind
    document.querySelectorAll('[data-kind]').forEach((t) => t.setAttribute('aria-selected', String(t === tab)))
    showMessages()
  }
})
$('reply').onsubmit = async (event) => {
  event.preventDefault()
  const [phone, text] = [$('from').value.trim(), $('text').value]
  if (!phone) return $('from').focus()
  await fetch('/sms/replies', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone, text }) })
  $('text').value = ''
  await refresh()
}

async function follow() {
  try {
    await Promise.all([refresh(), showGateways()])
    $('live').className = 'live'
    $('live').textContent = '自动更新中'
  } catch {
    $('live').className = 'live lost'
    $('live').textContent = '模拟器已停止'
  }
  $('clock').textContent = view.messages[0] ? clock(view.messages[0].at).slice(0, 5) : ''
  setTimeout(follow, 1000)
}
void follow()
