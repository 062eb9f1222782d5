import type { CaseRow } from '@/services/cases'

/** People type full-width and half-width brackets and spaces as they come. */
const plain = (text: string) => text.replace(/[\s（）()〔〕[\]]/g, '').toLowerCase()

/** The cases in which every word is found: in the number, the title (the other side's name), the cause or the court. */
export function matching(rows: CaseRow[], words: string): CaseRow[] {
  const wanted = words.split(/\s+/).map(plain).filter(Boolean)
  return rows.filter((row) => {
    const text = plain(row.number + row.title + row.cause + row.courtName + row.divisionName)
    return wanted.every((word) => text.includes(word))
  })
}
