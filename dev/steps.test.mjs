import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'steps-'))
after(() => rmSync(folder, { recursive: true }))

const script = (text) => ['-c', `set -uo pipefail; cd '${folder}'; source '${import.meta.dirname}/steps.sh'; ${text}`]
const lines = (text) =>
  execFileSync('bash', script(text), { encoding: 'utf8' }).trim().split('\n').map((line) => line.replace(/ \.*([✓✗]) \d+ s$/, ' $1 N s'))

async function until(isTrue) {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 50))
}

test('a step says its name, how it ended and its seconds, and on failure the end of its log', () => {
  assert.deepEqual(lines('step good log true'), ['good ✓ N s'])
  assert.deepEqual(lines("step bad log bash -c 'echo why; exit 3'; echo $?"), ['bad ✗ N s', 'why', '3'])
})

test('steps side by side run at the same time, and each says its line when it has ended', () => {
  const said = lines(`
    first() { step waiting log1 bash -c 'until [[ -e met ]]; do sleep 0.05; done'; }
    second() { step meeting log2 touch "$1" && step last log3 true; }
    beside first 'second met'; echo $?`)
  assert.deepEqual(said.toSorted(), ['0', 'last ✓ N s', 'meeting ✓ N s', 'waiting ✓ N s'])
  assert.equal(said.at(-1), '0')
})

test('one that fails does not stop its neighbour, and fails them all', () => {
  const said = lines(`
    bad() { step bad log1 false; }
    good() { step good log2 sleep 0.5; }
    beside bad good; echo $?`)
  assert.deepEqual(said, ['bad ✗ N s', 'good ✓ N s', '1'])
})

test('whoever is interrupted leaves nothing running', async () => {
  const run = spawn('bash', script(`
    trap stop_step EXIT; trap 'exit 130' TERM
    long() { step long log bash -c 'echo $$ >running; exec sleep 60'; }
    beside long`))
  await until(() => existsSync(join(folder, 'running')) && readFileSync(join(folder, 'running'), 'utf8'))
  const ended = new Promise((resolve) => run.on('exit', resolve))
  run.kill('SIGTERM')
  assert.equal(await ended, 130)
  await until(() => !existsSync(`/proc/${readFileSync(join(folder, 'running'), 'utf8').trim()}`))
})
