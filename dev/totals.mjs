// Prints `N passed, N failed, N skipped` over the steps of ./test and exits with 1 when anything failed.
// A line of the given file is one step: exit status, name, and the file with its tests' results or "-", parted by tabs.
// A step with "-" counts as one check. A step whose results are missing, empty or better than its exit status counts as one failure more.
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const readers = { trx, json: vitest, tap }

export function totals(steps) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const step of steps) {
    const counts = count(step)
    for (const outcome in sum) sum[outcome] += counts[outcome]
  }
  return sum
}

function count({ ok, name, results }) {
  const one = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  if (results === '-') return one

  const counts = existsSync(results) ? readers[results.split('.').pop()](readFileSync(results, 'utf8')) : { passed: 0, failed: 0, skipped: 0 }
  const ran = counts.passed + counts.failed + counts.skipped > 0
  if (!ran) console.error(`${name}: no test ran`)
  else if (!ok && counts.failed === 0) console.error(`${name}: ended with an error although no test failed`)
  else return counts
  return { ...counts, failed: counts.failed + 1 }
}

function trx(text) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const [, outcome] of text.matchAll(/<UnitTestResult\s[^>]*\boutcome="(\w+)"/g)) {
    counts[{ Passed: 'passed', NotExecuted: 'skipped' }[outcome] ?? 'failed']++
  }
  return counts
}

function vitest(text) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(text)
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function tap(text) {
  const line = (name) => Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0)
  return { passed: line('pass'), failed: line('fail') + line('cancelled'), skipped: line('skipped') + line('todo') }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lines = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)
  const { passed, failed, skipped } = totals(lines.map((line) => line.split('\t')).map(([status, name, results]) => ({ ok: status === '0', name, results })))
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
