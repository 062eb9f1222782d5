/** Of the court's answer: Wednesday, three working days ahead. */
export const due = { date: '2026-11-25', text: '11 月 25 日（周三）', workingDays: 3, daysLeft: 3, overdueDays: 0, provisional: false }
