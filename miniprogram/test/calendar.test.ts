import { beforeEach, expect, test, vi } from 'vitest'
import { addAllToCalendar, addHearing, ics } from '@/look/addToCalendar'
import type { Hearing } from '@/services/cases'
import { hearing } from './fake/course.mjs'

vi.mock('@/platform', async (real) => ({ ...(await real<object>()), isWeChat: true, isH5: false }))

const added: { title: string; startTime: number }[] = []
let allowed = true
beforeEach(() => {
  added.length = 0
  allowed = true
  const addPhoneCalendar = (entry: { title: string; startTime: number; success(): void; fail(): void }) => {
    added.push(entry)
    if (allowed) entry.success()
    else entry.fail()
  }
  Object.assign(globalThis, { wx: { addPhoneCalendar } })
})

test('In WeChat a hearing goes into the phone with its hour, place and words', async () => {
  await addHearing({ ...hearing, endsAt: '2026-12-03T03:30:00Z' } as Hearing, 'c1')
  expect(added[0]).toMatchObject({
    title: '开庭：您告李*强借钱不还', location: '越秀区人民法院第七法庭 仓边路28号', description: hearing.calendarWords,
    startTime: Date.parse('2026-12-03T01:30:00Z') / 1000, endTime: String(Date.parse('2026-12-03T03:30:00Z') / 1000), alarm: true,
  })
})

test('Who does not allow the calendar is told what to do', async () => {
  allowed = false
  await expect(addHearing(hearing as Hearing, 'c1')).rejects.toThrow('允许广州微法院使用日历')
})

test('Several days go in one after the other', async () => {
  await addAllToCalendar([{ id: 'c1-limit', date: '2026-11-23', title: '上诉期', words: '' }, { id: 'c2-limit', date: '2026-11-24', title: '举证期限', words: '' }])
  expect(added.map(({ title }) => title)).toEqual(['上诉期', '举证期限'])
})

test('A day keeps its own name when it moves, and no line is longer than 75 octets', () => {
  const of = (date: string) => ics({ id: 'c1-limit', date, title: '上诉期', words: `（2026）粤0104民初12345号，${'越秀区人民法院'.repeat(9)}\r\n带上证据` })
  const [uid] = /UID:.*/.exec(of('2026-11-23'))!
  expect(uid).toBe('UID:c1-limit@12368')
  expect(of('2026-11-30')).toContain(uid)
  for (const line of of('2026-11-23').split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(of('2026-11-23').replace(/\r\n /g, '')).toContain('越秀区人民法院\\n带上证据')
})
