import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type Bounds, endGroup, spawnConfined } from './confinement.ts'
import { MediaRefusal, type MediaRefusalCode } from './media-refusal.ts'

/**
 * What a module exports as `answer` to be asked in a workshop: a process of its own that cannot outstay its
 * time, outgrow its memory or reach a network. Task and result are JSON; large things go through files.
 */
export type Answer<Task, Result> = (task: Task, tell: (share: number) => void) => Result | Promise<Result>

type Said =
  | { share: number }
  | { result: unknown }
  | { refusal: MediaRefusalCode; reason: string }
  | { failure: string }

/** What runs first in the process: reading a module starts nothing, so this asks it for its answer. */
const opening = `
  import { readFileSync, writeSync } from 'node:fs'
  const { module, task } = JSON.parse(readFileSync(0, 'utf8'))
  const say = (said) => { const line = Buffer.from(JSON.stringify(said) + '\\n'); for (let at = 0; at < line.length; at += writeSync(3, line, at)); }
  let last = 0
  const tell = (share) => { if (share - last >= 0.01) { last = share; say({ share }) } }
  try {
    const { answer } = await import(module)
    say({ result: (await answer(task, tell)) ?? null })
  } catch (error) {
    say(error?.name === 'MediaRefusal' ? { refusal: error.code, reason: error.message } : { failure: String(error) + ' ' + (error?.stack ?? '') })
  }
  process.exit(0)
`

/** What Node asks the system for and hardly touches: stacks of its threads, room for its heap. */
const setAsideByNode = 700

/** Those that hold hundreds of megabytes take turns. */
let lastTurn: Promise<unknown> = Promise.resolve()

export function inWorkshop<Result>(
  module: URL,
  task: unknown,
  folder: string,
  bounds: Bounds,
  onShare?: (share: number) => void,
): Promise<Result> {
  const turn = lastTurn.then(() => openWorkshop<Result>(module, task, folder, bounds, onShare))
  lastTurn = turn.catch(() => undefined)
  return turn
}

/** The same without waiting for a turn: for work that may take an hour. */
export async function openWorkshop<Result>(
  module: URL,
  task: unknown,
  folder: string,
  bounds: Bounds,
  onShare: (share: number) => void = () => undefined,
): Promise<Result> {
  const began = performance.now()
  const heap = `--max-old-space-size=${Math.floor(bounds.megabytes / 2)}`
  const command = [process.execPath, heap, '--no-warnings', '--input-type=module', '--eval', opening]
  const allowed = { ...bounds, megabytes: bounds.megabytes + setAsideByNode }
  const child = spawnConfined(command, folder, ['pipe', 'ignore', 'ignore', 'pipe'], allowed)
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(JSON.stringify({ module: module.href, task }))
  const said = await lastWord(child, onShare)
  if (said && 'result' in said) return said.result as Result
  if (said && 'refusal' in said) throw new MediaRefusal(said.refusal, said.reason)
  const late = performance.now() - began >= bounds.seconds * 1000
  if (late) throw new MediaRefusal('took_too_long', 'It took too long')
  throw new MediaRefusal('unreadable', said ? said.failure : 'It ended without an answer')
}

async function lastWord(
  child: ChildProcess,
  onShare: (share: number) => void,
): Promise<Exclude<Said, { share: number }> | undefined> {
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  let word: Exclude<Said, { share: number }> | undefined
  const listen = async () => {
    for await (const line of createInterface({ input: child.stdio[3] as Readable })) {
      const said = JSON.parse(line) as Said
      if ('share' in said) onShare(said.share)
      else word = said
    }
    return word
  }
  try {
    return await Promise.race([listen(), failed])
  } finally {
    endGroup(child)
  }
}
