import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

// A host is whatever `dotnet` runs: here a script, so that it ends when the test wants it to.
const folder = mkdtempSync(join(tmpdir(), 'processes-'))
after(() => rmSync(folder, { recursive: true }))
for (const path of ['src/Host', 'data/run', 'data/logs', 'bin']) mkdirSync(join(folder, path), { recursive: true })
writeFileSync(join(folder, 'bin/dotnet'), '#!/bin/bash\necho "$$" >>"$STARTS"; exec $HOST\n', { mode: 0o755 })

function supervise(host, text) {
  const starts = join(folder, `starts-${host.replaceAll(/\W/g, '')}`)
  writeFileSync(starts, '')
  const script = `set -uo pipefail; cd '${folder}'; root='${folder}'; source '${import.meta.dirname}/processes.sh'
    host_dll() { echo "$root/src/$1/$1.dll"; }
    for_seconds() { local end=$((SECONDS + $1)); while [[ $SECONDS -lt $end ]]; do revive_hosts; sleep 0.1; done; }
    begun() { wc -l <"$STARTS"; }
    start_host host Host 1
    ${text}
    kill "\${hosts[host]}" 2>/dev/null; true`
  const env = { ...process.env, PATH: `${folder}/bin:${process.env.PATH}`, STARTS: starts, HOST: host }
  return execFileSync('bash', ['-c', script], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n')
}

test('a host that was killed is started again at once, and its pid is the new one', () => {
  const said = supervise('sleep 600', `
    until [[ $(begun) -eq 1 ]]; do sleep 0.05; done
    kill -9 "\${hosts[host]}"
    for_seconds 2
    begun
    kill -0 "\${hosts[host]}" && [[ $(<data/run/host.pid) == "\${hosts[host]}" ]] && tail -n 1 "$STARTS" | grep -qx "\${hosts[host]}" && echo runs`)
  assert.deepEqual(said, ['2', 'runs'])
})

test('one that ends by itself each time is started again after pauses that grow', () => {
  const [begun] = supervise('false', 'for_seconds 8; begun')
  assert.ok(begun >= 4 && begun <= 5, `started ${begun} times`) // at once, then after 0, 1, 2 and 4 s
})

test('the pause has an end', () => {
  assert.deepEqual(supervise('sleep 600', 'for n in 0 1 2 3 6 40; do pause_after $n; done'), ['0', '1', '2', '4', '30', '30'])
})
