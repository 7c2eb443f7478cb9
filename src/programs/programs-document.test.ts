import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/support/school.ts'
import { LetProgramIn } from './contract.ts'
import { happenings } from './program.ts'
import { newHookSecret, signedHeaders } from './sign-call.ts'

/** What docs/programs.md tells people to run is run here. */
const document = readFileSync(new URL('../../docs/programs.md', import.meta.url), 'utf8')
const blocks = (language: string) =>
  [...document.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text)
const commands = blocks('sh').flatMap((text) => text.trim().split('\n'))

let school: School
let env: Record<string, string>
beforeAll(async () => {
  school = await openSchool()
  await school.program.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = school.program.app.server.address() as AddressInfo
  const body = { name: 'A warehouse', reads: ['people', 'counts'], days: 1 }
  const made = await school.as('singh').ask(LetProgramIn, { params: { id: newId() }, body })
  env = { CAIRN: `http://127.0.0.1:${port}`, CAIRN_KEY: made.body.key }
})
afterAll(() => school.close())

test('there are commands to try', () => expect(commands.length).toBeGreaterThan(4))

test.each(commands)('%s', async (command) => {
  const out = await new Promise<string>((resolve, reject) =>
    execFile(
      'sh',
      ['-c', command.replace('curl', 'curl -sS')],
      { env: { ...process.env, ...env } },
      (error, text) => (error ? reject(error) : resolve(text)),
    ),
  )
  const [list] = Object.values(JSON.parse(out) as Record<string, unknown>)
  expect(Array.isArray(list) && list.length).toBeGreaterThan(0)
})

test('the code that reads a call knows ours from one that was changed, and from an old one', async () => {
  const [code = ''] = blocks('js')
  const { isFromCairn } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    isFromCairn: (secret: string, headers: object, body: string) => boolean
  }
  const secret = newHookSecret()
  const call = { id: newId(), body: '{"type":"roster.applied"}', at: new Date() }
  expect(isFromCairn(secret, signedHeaders([secret], call), call.body)).toBe(true)
  expect(isFromCairn(secret, signedHeaders([newHookSecret(), secret], call), call.body)).toBe(true)
  expect(isFromCairn(secret, signedHeaders([secret], call), `${call.body} `)).toBe(false)
  expect(isFromCairn(newHookSecret(), signedHeaders([secret], call), call.body)).toBe(false)
  const old = signedHeaders([secret], { ...call, at: new Date(Date.now() - 600_000) })
  expect(isFromCairn(secret, old, call.body)).toBe(false)
})

const python = blocks('python')
const hasPython = spawnSync('python3', ['--version']).status === 0

test.skipIf(!hasPython)('the program reads everybody, and the next time what changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'))
  const [program = ''] = python
  const run = () =>
    new Promise<string>((resolve, reject) =>
      execFile('python3', ['-c', program], { cwd: folder, env: { ...process.env, ...env } }, (error, text) =>
        error ? reject(error) : resolve(text),
      ),
    )
  expect(await run()).toMatch(/^people [1-9]\d*\nenrollments [1-9]\d*\n$/)
  school.later(0.01)
  await run()
  expect(await run()).toBe('people 0\nenrollments 0\n')
  rmSync(folder, { recursive: true })
})

test.skipIf(!hasPython)('Python knows our calls too, by either secret', () => {
  const [, code = ''] = python
  const secret = newHookSecret()
  const call = { id: newId(), body: '{"é":1}', at: new Date() }
  const judge = (secrets: string[], body: string) =>
    spawnSync(
      'python3',
      [
        '-c',
        `import json, sys\n${code}\nprint(is_from_cairn(*json.loads(sys.argv[1]), sys.argv[2].encode()))`,
        JSON.stringify([secret, signedHeaders(secrets, call)]),
        body,
      ],
      { encoding: 'utf8' },
    ).stdout.trim()
  expect(judge([secret], call.body)).toBe('True')
  expect(judge([newHookSecret(), secret], call.body)).toBe('True')
  expect(judge([newHookSecret()], call.body)).toBe('False')
  expect(judge([secret], `${call.body} `)).toBe('False')
})

test('the document is served where the screen says', async () => {
  const { port } = school.program.app.server.address() as AddressInfo
  expect(await (await fetch(`http://127.0.0.1:${port}/api/programs.md`)).text()).toBe(document)
})

test('every happening is in the table', () => {
  for (const one of happenings) expect(document).toContain(`| \`${one}\` |`)
})
