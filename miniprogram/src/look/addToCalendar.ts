import { isWeChat } from '@/platform'
import { fetchHearingEntry, type Hearing } from '@/services/cases'
import { Refused } from '@/services/refused'
import { openFile } from './openFile'

const remindDaysBefore = 3

/** A whole day (`2026-12-07`). By the same `id` a browser's calendar puts the later entry in the place of the one before. */
export interface DayEntry { id: string; date: string; title: string; words: string }

/** One whole day into the phone's calendar, with a reminder three days before: in WeChat at once, in a browser as an .ics file. */
export function addToCalendar(entry: DayEntry): Promise<void> {
  if (!isWeChat) {
    save(ics(entry))
    return Promise.resolve()
  }
  const { date, title, words } = entry
  const start = Math.floor(Date.parse(`${date}T00:00:00+08:00`) / 1000)
  return new Promise((resolve, reject) =>
    wx.addPhoneCalendar({
      title,
      description: words,
      startTime: start,
      allDay: true,
      alarm: true,
      alarmOffset: remindDaysBefore * 86_400,
      success: resolve,
      fail: () => reject(refused()),
    }),
  )
}

/** Several whole days, the title of each with its words: one file in a browser, in WeChat one entry after the other. */
export async function addAllToCalendar(days: DayEntry[]): Promise<void> {
  if (!isWeChat) return save(calendar(days.flatMap((day) => event(day, new Date()))))
  for (const day of days) await addToCalendar(day)
}

/** A hearing with its hours: in WeChat into the phone's calendar, in a browser as the court's own entry, which a later one replaces. */
export async function addHearing(hearing: Hearing, caseId: string): Promise<void> {
  if (!isWeChat) return openFile(await fetchHearingEntry(caseId, hearing.id), { name: '开庭.ics', contentType: 'text/calendar' })
  const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)
  return new Promise((resolve, reject) =>
    wx.addPhoneCalendar({
      title: hearing.calendarTitle,
      description: hearing.calendarWords,
      location: hearing.calendarPlace,
      startTime: seconds(hearing.startsAt),
      ...(hearing.endsAt ? { endTime: String(seconds(hearing.endsAt)) } : {}),
      alarm: true,
      alarmOffset: 86_400,
      success: resolve,
      fail: () => reject(refused()),
    }),
  )
}

/** RFC 5545: a whole-day event ends on the day after; lines end with CR LF. */
export const ics = (entry: DayEntry, now = new Date()) => calendar(event(entry, now))

const refused = () => new Refused('calendar.refused', '没有加上。请在微信里允许广州微法院使用日历，再点一次')

const calendar = (events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Guangzhou Courts//12368//ZH', ...events, 'END:VCALENDAR', ''].map(fold).join('\r\n')

const longestLine = 75 // octets (RFC 5545, 3.1)

/** Between characters, never within one; a line that goes on begins with a space. */
function fold(line: string): string {
  let folded = ''
  let length = 0
  for (const character of line) {
    const octets = octetsOf(character.codePointAt(0)!)
    if (length + octets > longestLine) {
      folded += '\r\n '
      length = 1
    }
    folded += character
    length += octets
  }
  return folded
}

/** In UTF-8. */
const octetsOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)

function event({ id, date, title, words }: DayEntry, now: Date): string[] {
  const compact = (at: Date) => at.toISOString().slice(0, 10).replace(/-/g, '')
  const text = (value: string) => value.replace(/([\\;,])/g, '\\$1').replace(/\r\n?|\n/g, '\\n')
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000)
  return [
    'BEGIN:VEVENT',
    `UID:${id}@12368`, `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${date.replace(/-/g, '')}`, `DTEND;VALUE=DATE:${compact(next)}`, `SUMMARY:${text(title)}`, `DESCRIPTION:${text(words)}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-P${remindDaysBefore}D`, `DESCRIPTION:${text(title)}`, 'END:VALARM', 'END:VEVENT',
  ]
}

function save(text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  link.download = '法院期限.ics'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
