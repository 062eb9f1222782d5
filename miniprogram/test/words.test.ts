import { expect, test } from 'vitest'
import { maskedPhone, momentText, piecesOf, sizeText } from '@/format'
import { looksLikeIdNumber } from '@/pages/account/idNumber'

test('Sizes and moments read as people write them', () => {
  expect([sizeText(900), sizeText(215040), sizeText(1258291), sizeText(20 * 1024 * 1024)]).toEqual(['900 B', '210 KB', '1.2 MB', '20 MB'])
  expect(momentText('2026-11-20T01:41:00Z')).toBe('11 月 20 日 09:41')
  expect(maskedPhone('13812345620')).toBe('138****5620')
})

test('An ID number is checked by its last digit', () => {
  expect(looksLikeIdNumber('440104195603070012')).toBe(true)
  expect(looksLikeIdNumber('440104195603070013')).toBe(false)
  expect(looksLikeIdNumber('4401041956030700')).toBe(false)
})

test('A moment with its weekday and a case number stay on one line', () => {
  const kept = (words: string) => piecesOf(words).filter((piece) => piece.kept).map(({ text }) => text)
  expect(kept('2026 年 11 月 12 日（周四）08:46 收到，（2026）粤0104民初11870号由他办')).toEqual(['2026 年 11 月 12 日（周四）08:46', '（2026）粤0104民初11870号', '办'])
  expect(kept('11 月 20 日 09:41·您')).toEqual(['11 月 20 日 09:41·', '您'])
})

test('In a row dates stay whole and separators stay with what they end', () => {
  const pieces = piecesOf('11 月 20 日·越秀区人民法院·上诉期至 12 月 7 日（周一），还有 17 天')
  expect(pieces.filter(({ kept }) => kept).map(({ text }) => text)).toEqual(['11 月 20 日·', '院·', '12 月 7 日（周一）', '天'])
  expect(pieces.map(({ text }) => text).join('')).toBe('11 月 20 日·越秀区人民法院·上诉期至 12 月 7 日（周一），还有 17 天')
})
