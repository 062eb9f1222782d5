import { today } from './data.mjs'

const weekdays = '日一二三四五六'
const dayOf = (date) => new Date(`${date}T00:00:00Z`)
const dateOf = (day) => day.toISOString().slice(0, 10)
const isWorkday = (day) => day.getUTCDay() % 6 !== 0

export const dayText = (date) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
export const longDayText = (date) => `${dayText(date)}（周${weekdays[dayOf(date).getUTCDay()]}）`

/** The `Due` of an order from `from` with `workingDays`; weekends do not count. */
export function dueFrom(from, workingDays = 3) {
  const days = []
  const day = dayOf(from)
  while (days.length < workingDays) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (isWorkday(day)) days.push(dateOf(day))
  }
  const date = days.at(-1)
  return {
    days,
    due: {
      date,
      text: longDayText(date),
      workingDays,
      daysLeft: workdaysBetween(today, date),
      overdueDays: workdaysBetween(date, today),
      provisional: false,
    },
  }
}

function workdaysBetween(from, to) {
  let count = 0
  for (const day = dayOf(from); dateOf(day) < to; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (isWorkday(day)) count++
  }
  return count
}
