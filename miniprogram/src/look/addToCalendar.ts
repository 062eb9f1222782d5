import { isWeChat } from '@/platform'
import { Refused } from '@/services/refused'

const remindDaysBefore = 3

/** One whole day (`2026-12-07`) into the phone's calendar, with a reminder three days before: in WeChat at once, in a browser as an .ics file. */
export function addToCalendar(day: string, title: string, words: string): Promise<void> {
  if (!isWeChat) {
    save(ics(day, title, words))
    return Promise.resolve()
  }
  const start = Math.floor(Date.parse(`${day}T00:00:00+08:00`) / 1000)
  return new Promise((resolve, reject) =>
    wx.addPhoneCalendar({
      title,
      description: words,
      startTime: start,
      allDay: true,
      alarm: true,
      alarmOffset: remindDaysBefore * 86_400,
      success: resolve,
      fail: () => reject(new Refused('calendar.refused', '没有加上。请在微信里允许广州微法院使用日历，再点一次')),
    }),
  )
}

/** RFC 5545: a whole-day event ends on the day after; lines end with CR LF. */
export function ics(day: string, title: string, words: string, now = new Date()): string {
  const compact = (date: Date) => date.toISOString().slice(0, 10).replace(/-/g, '')
  const text = (value: string) => value.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n')
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Guangzhou Courts//12368//ZH', 'BEGIN:VEVENT',
    `UID:${day}-${encodeURIComponent(title)}@12368`, `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day.replace(/-/g, '')}`, `DTEND;VALUE=DATE:${compact(next)}`, `SUMMARY:${text(title)}`, `DESCRIPTION:${text(words)}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-P${remindDaysBefore}D`, `DESCRIPTION:${text(title)}`, 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n')
}

function save(text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  link.download = '法院期限.ics'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
