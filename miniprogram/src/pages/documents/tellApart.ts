import type { DocumentRow } from '@/services/documents'

/** For rows that look the same (title, case, day): the end of their serial, by which they are told apart. */
export function tellApart(rows: DocumentRow[]): Map<string, string> {
  const look = (row: DocumentRow) => [row.title, row.caseNumber, row.arrivedText].join()
  const seen = new Map<string, number>()
  for (const row of rows) seen.set(look(row), (seen.get(look(row)) ?? 0) + 1)
  return new Map(rows.filter((row) => seen.get(look(row))! > 1).map((row) => [row.id, `（编号末尾 ${row.serial.split('-').slice(-2).join('-')}）`]))
}

/** Documents that are signed for together: those of one title are numbered. */
export function numbered(titles: string[]): string[] {
  const seen = new Map<string, number>()
  return titles.map((title) => {
    const at = (seen.get(title) ?? 0) + 1
    seen.set(title, at)
    return titles.filter((other) => other === title).length > 1 ? `${title}（第 ${at} 份）` : title
  })
}
