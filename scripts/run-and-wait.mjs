import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { projectFolder } from './project-folder.mjs'

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** A terminal's Ctrl-C arrives twice: from the terminal, and again from npm. */
const sameGesture = 500

/**
 * Runs a program, sees to it that signals which ask it to end reach it, and waits until it has. They reach
 * - `group`: the program, in a group of its own, and all it has started, once for each gesture
 * - `program`: the program alone, which shares the terminal
 * - `nobody`: whoever sends them reaches the program as well
 * @param {string} program
 * @param {string[]} words
 * @param {'group' | 'program' | 'nobody'} reach
 * @returns {Promise<{ code: number | null, signal: string | null }>}
 */
export function runAndWait(program, words, reach) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: projectFolder,
      stdio: 'inherit',
      detached: reach === 'group',
      env: { ...process.env, PATH: searchPath(program) },
    })
    const stopPassing = passSignals(child, reach)
    child.once('error', (error) => {
      stopPassing()
      console.error(`${program} could not be started: ${error.message}`)
      resolve({ code: 1, signal: null })
    })
    child.once('exit', (code, signal) => {
      stopPassing()
      resolve({ code, signal })
    })
  })
}

const parent = process.ppid

/** npm tells SIGTERM to the shell between it and this program, which dies of it without a word. */
function leftByNpm() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent
}

/** Ends this program as the other one has ended. */
export function exitLike({ code, signal }) {
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
}

function passSignals(child, reach) {
  let last = { signal: '', at: 0 }
  const pass = (signal) => {
    const repeated = last.signal === signal && Date.now() - last.at < sameGesture
    last = { signal, at: Date.now() }
    if (repeated || reach === 'nobody' || child.pid === undefined) return
    try {
      process.kill(reach === 'group' ? -child.pid : child.pid, signal)
    } catch {
      // It has just ended by itself.
    }
  }
  for (const signal of passedOn) process.on(signal, pass)
  const watch = setInterval(() => {
    if (!leftByNpm()) return
    clearInterval(watch)
    pass('SIGTERM')
  }, 250)
  return () => {
    clearInterval(watch)
    for (const signal of passedOn) process.off(signal, pass)
  }
}

/** What the program starts by name is the project's own tool, under the same Node. */
function searchPath(program) {
  const own = program.includes('/') ? [dirname(program)] : []
  return [...own, join(projectFolder, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
}
