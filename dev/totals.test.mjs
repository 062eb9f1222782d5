import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { totals } from './totals.mjs'

const folder = mkdtempSync(join(tmpdir(), 'totals-'))
after(() => rmSync(folder, { recursive: true }))

function file(name, text) {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const trx = (...outcomes) => outcomes.map((o) => `<UnitTestResult testName="A &gt; B" outcome="${o}" duration="0"><Output/></UnitTestResult>`).join('\n')

test('a check counts as one', () => {
  assert.deepEqual(
    totals([{ ok: true, name: 'format', results: '-' }, { ok: false, name: 'lint', results: '-' }]),
    { passed: 1, failed: 1, skipped: 0 })
})

test('the results of all runners are added up', () => {
  assert.deepEqual(
    totals([
      { ok: false, name: '.NET', results: file('a.trx', trx('Passed', 'Passed', 'Failed', 'Timeout', 'NotExecuted')) },
      { ok: true, name: 'vitest', results: file('a.json', '{"numPassedTests":3,"numFailedTests":0,"numPendingTests":1,"numTodoTests":1}') },
      { ok: false, name: 'node', results: file('a.tap', '# tests 6\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n') },
    ]),
    { passed: 8, failed: 4, skipped: 4 })
})

test('missing and empty results are failures', () => {
  assert.deepEqual(
    totals([{ ok: true, name: 'gone', results: join(folder, 'gone.trx') }, { ok: true, name: 'none', results: file('none.trx', '<TestRun/>') }]),
    { passed: 0, failed: 2, skipped: 0 })
})

test('a run that broke off after passing tests is a failure', () => {
  assert.deepEqual(
    totals([{ ok: false, name: 'crashed', results: file('crashed.trx', trx('Passed')) }]),
    { passed: 1, failed: 1, skipped: 0 })
})
