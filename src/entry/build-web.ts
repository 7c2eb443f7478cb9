import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartRefusal } from '../platform/settings.ts'

const home = fileURLToPath(new URL('../../', import.meta.url))
const stampFile = join(home, 'dist/web/built-from')

/** Builds the web app when what it is built from has changed; in a process of its own, whose memory goes with it. */
export async function buildWebIfNeeded(say: (sentence: string) => void): Promise<void> {
  const wanted = fingerprint()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  say('Building the web app …')
  const vite = join(home, 'node_modules/vite/bin/vite.js')
  await new Promise<void>((resolve, reject) => {
    execFile(
      process.execPath,
      [vite, 'build', '--logLevel', 'error'],
      // whoever builds, a test too, builds what people get: React is three times as large otherwise
      { cwd: home, env: { ...process.env, NODE_ENV: 'production' } },
      (error, _out, complaint) =>
        error ? reject(new StartRefusal(`The web app could not be built:\n${complaint}`)) : resolve(),
    )
  })
  writeFileSync(stampFile, wanted)
}

/** Sizes and moments of change, not contents: it is asked at every start and must take no time. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const part of ['src', 'words', 'vite', 'index.html', 'vite.config.ts', 'package-lock.json']) {
    const path = join(home, part)
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
      : ['']
    for (const file of files.filter((name) => !name.endsWith('.test.ts'))) {
      const facts = statSync(join(path, file))
      if (facts.isFile()) hash.update(`${part}/${file} ${facts.size} ${facts.mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
