// @vitest-environment node
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('The mini-program output signs in, leaves a message and sees the answer arrive live', async () => {
  const { stdout } = await promisify(execFile)('node', ['harness/run.mjs'], { env: { ...process.env, API_BASE: '' }, timeout: 120_000 })
  expect(stdout).toContain('bare context: the answer arrived on the open page without a reload')
  expect(stdout).toContain('component framework: the letter arrived on the open page')
  expect(stdout).toMatch(/component framework: opened all \d+ pages of the build/)
  expect(stdout).toContain('asked in the tap and reported what was accepted')
  expect(stdout).toContain('mini-program output works')
}, 150_000)
