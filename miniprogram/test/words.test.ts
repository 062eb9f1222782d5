import { expect, test } from 'vitest'
import { maskedPhone, momentText, sizeText } from '@/format'
import { looksLikeIdNumber } from '@/pages/account/idNumber'
import { matching } from '@/pages/cases/matching'
import { casesOfChen } from './fake/data.mjs'

test('Sizes and moments read as people write them', () => {
  expect([sizeText(900), sizeText(215040), sizeText(1258291), sizeText(20 * 1024 * 1024)]).toEqual(['900 B', '210 KB', '1.2 MB', '20 MB'])
  expect(momentText('2026-11-20T01:41:00Z')).toBe('11 月 20 日 9:41')
  expect(maskedPhone('13812345620')).toBe('138****5620')
})

test('An ID number is checked by its last digit', () => {
  expect(looksLikeIdNumber('440104195603070012')).toBe(true)
  expect(looksLikeIdNumber('440104195603070013')).toBe(false)
  expect(looksLikeIdNumber('4401041956030700')).toBe(false)
})

test('Cases are found by number with any brackets, by the other side and by court', () => {
  const found = (words: string) => matching(casesOfChen, words).map(({ number }) => number)
  expect(found('(2026)粤0104')).toEqual(['（2026）粤0104民初12345号'])
  expect(found('李*强')).toEqual(['（2026）粤0104民初12345号'])
  expect(found('天河 劳动')).toEqual(['（2026）粤0106民初20871号'])
  expect(found('')).toHaveLength(4)
})
