import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { projectFolder } from './project-folder.mjs'

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** A terminal's Ctrl-C arrives twice: from the terminal, and again from npm. */
const sameGesture = 500

/**
 * Runs a program, passes on the signals that ask it to end, and waits until it has.
 * In its own group a program hears each signal once, from here, and so do the programs it started.
 */
export function runAndWait(program, words, { ownGroup = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: projectFolder,
      stdio: 'inherit',
      detached: ownGroup,
      env: { ...process.env, PATH: searchPath(program) },
    })
    const stopPassing = passSignals(child, ownGroup)
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

/** Ends this program as the other one has ended. */
export function exitLike({ code, signal }) {
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
}

function passSignals(child, ownGroup) {
  let last = { signal: '', at: 0 }
  const pass = (signal) => {
    const repeated = last.signal === signal && Date.now() - last.at < sameGesture
    last = { signal, at: Date.now() }
    if (repeated || child.pid === undefined) return
    try {
      process.kill(ownGroup ? -child.pid : child.pid, signal)
    } catch {
      // It has just ended by itself.
    }
  }
  for (const signal of passedOn) process.on(signal, pass)
  return () => {
    for (const signal of passedOn) process.off(signal, pass)
  }
}

/** What the program starts by name is the project's own tool, under the same Node. */
function searchPath(program) {
  const own = program.includes('/') ? [dirname(program)] : []
  return [...own, join(projectFolder, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
}
