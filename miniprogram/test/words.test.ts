import { expect, test } from 'vitest'
import { maskedPhone, momentText, sizeText } from '@/format'
import { looksLikeIdNumber } from '@/pages/account/idNumber'
import { numbered, tellApart } from '@/pages/documents/tellApart'
import type { DocumentRow } from '@/services/documents'

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

test('Documents that look the same are told apart by their serials, others keep their title', () => {
  const row = (id: string, title: string, serial: string) => ({ id, title, serial, caseNumber: '（2026）粤0104民初1号', arrivedText: '11 月 10 日' }) as DocumentRow
  const marks = tellApart([row('a', '民事裁定书', 'SD20261110-0042-0001-01'), row('b', '民事裁定书', 'SD20261110-0042-0001-02'), row('c', '传票', 'SD20261110-0042-0001-03')])
  expect([...marks]).toEqual([['a', '（编号末尾 0001-01）'], ['b', '（编号末尾 0001-02）']])
  expect(numbered(['民事裁定书', '传票', '民事裁定书'])).toEqual(['民事裁定书（第 1 份）', '传票', '民事裁定书（第 2 份）'])
})
