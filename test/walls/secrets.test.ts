import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findSecrets } from './secret-marks.ts'
import { listFiles } from './source-tree.ts'

const root = join(import.meta.dirname, '../..')
const NOT_OURS = /^(?:node_modules|dist|data|\.git)\/|^package-lock\.json$/
const LARGEST = 1_000_000

test('no file we publish holds a key, a token or the folder of whoever wrote it', () => {
  const files = publishedFiles()
  expect(files.length).toBeGreaterThan(50)
  const found = files.flatMap((path) => findSecrets(path, readFileSync(join(root, path), 'utf8')))
  if (found.length > 0) expect.fail(`\n${found.join('\n')}\n`)
})

// Put together here, so that this file does not hold what it looks for.
test.each([
  ['a private key', ['-----BEGIN RSA', 'PRIVATE KEY-----'], ' '],
  ['a GitHub token', ['ghp', 'a1B2c3'.repeat(6)], '_'],
  ['an npm token', ['npm', 'a1B2c3'.repeat(6)], '_'],
  ['an AWS key', ['AKI', 'ABCDEFGH12345678'], 'A'],
  ['a signed token', ['eyJhbGciOiJIUzI1', 'eyJzdWIiOiIxMjM0', 'SflKxwRJSMeKKF2QT4'], '.'],
  ['a password in an address', ['postgres://cairn', 'Tr0ub4dor@db/cairn'], ':'],
  ['a random secret', ['const apiKey', "'f3Kq9ZtR1vXw7LmB2nYc8DhJ'"], ' = '],
  ["somebody's own folder", ['see /home', 'anna', 'notes.md'], '/'],
  ["a workplace's folder", ['see /work', 'shared', 'notes.md'], '/'],
] as const)('%s is found', (what, parts, between) => {
  expect(findSecrets('a.ts', `first\n${parts.join(between)}\n`)).toEqual([`a.ts:2 ${what}`])
})

test.each([
  `const token = await readSessionToken(request)`,
  `"password": "the-bridge-over-the-river"`,
  `import { piece } from '../work/src/piece.ts'`,
  `postgres://cairn:password@localhost/cairn`,
])('`%s` is no secret', (text) => {
  expect(findSecrets('a.ts', text)).toEqual([])
})

/** What git knows or is about to; without git (an unpacked archive), everything that lies here. */
function publishedFiles(): string[] {
  const files = existsSync(join(root, '.git')) ? askGit() : listOurs()
  return files.filter((path) => {
    const file = statSync(join(root, path), { throwIfNoEntry: false })
    return !NOT_OURS.test(path) && file?.isFile() === true && file.size < LARGEST
  })
}

/** The tests may run as somebody other than the owner of the folder, which git would refuse. */
function askGit(): string[] {
  const words = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 })
    .split('\0')
    .filter((path) => path !== '')
}

function listOurs(): string[] {
  return ['src', 'test', 'scripts', 'bench', 'db', 'docs', 'words'].flatMap((folder) =>
    existsSync(join(root, folder)) ? listFiles(join(root, folder)).map((path) => `${folder}/${path}`) : [],
  )
}
