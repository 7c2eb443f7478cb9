import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './project-folder.mjs'
import { runAndWait } from './run-and-wait.mjs'

const lockFile = join(projectFolder, 'package-lock.json')
const stampFile = join(projectFolder, 'node_modules', '.installed-from')

/** Whether node_modules is what package-lock.json describes. */
export function isInstalled() {
  if (read(stampFile) === fingerprint()) return true
  if (!isInstalledByHand()) return false
  stamp()
  return true
}

/** `npm ci` typed by a person or a build leaves no stamp of ours, but npm's own list of what is there. */
function isInstalledByHand() {
  const list = read(join(projectFolder, 'node_modules', '.package-lock.json'))
  if (list === undefined) return false
  const there = JSON.parse(list).packages
  return Object.entries(JSON.parse(read(lockFile)).packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = there[path]
    return found === undefined ? isElsewheres(wanted) : found.integrity === wanted.integrity
  })
}

/** Optional packages are for one system each; the one for this system should be there. */
function isElsewheres(wanted) {
  if (wanted.optional !== true) return false
  const fits = (list, own) => list === undefined || list.includes(own)
  const named = wanted.os !== undefined || wanted.cpu !== undefined
  // which C library this system has is npm's to find out
  const here =
    fits(wanted.os, process.platform) && fits(wanted.cpu, process.arch) && wanted.libc === undefined
  return !named || !here
}

export async function install() {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const words = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', ...quiet]
  // Under `npm start` this is the very npm that was typed.
  const npm = process.env.npm_execpath
  const ended = npm?.endsWith('.js')
    ? await runAndWait(process.execPath, [npm, ...words], 'group')
    : await runAndWait('npm', words, 'group')
  if (ended.code === 0) stamp()
  return ended
}

function stamp() {
  try {
    writeFileSync(stampFile, fingerprint())
  } catch {
    // A read-only installation is looked through at each start; that costs a few milliseconds.
  }
}

function fingerprint() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
