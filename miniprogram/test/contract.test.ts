// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { description, target, typesFrom } from '../build/types.mjs'
import { checkAnswer } from './fake/contract.mjs'

test('The types are those of the API as it describes itself', () => {
  expect(readFileSync(target, 'utf8'), 'run `npm run types`').toBe(typesFrom(description()))
})

test('An answer that the API would not give is not given by the fake court either', () => {
  expect(() => checkAnswer('GET', '/sends/1', 200, { received: true, workOrderId: null })).not.toThrow()
  expect(() => checkAnswer('GET', '/sends/1', 200, { received: true })).toThrow('.workOrderId is missing')
  expect(() => checkAnswer('GET', '/sends/1', 200, { received: 'yes', workOrderId: null })).toThrow('.received is string')
  expect(() => checkAnswer('GET', '/sends/1', 200, { received: true, workOrderId: null, more: 1 })).toThrow('.more is unknown')
  expect(() => checkAnswer('GET', '/no-such-call', 200, {})).toThrow('the API has no')
})
