import { Worker } from 'node:worker_threads'
import { MediaRefusal } from './prepared-media.ts'

type Bounds = { seconds: number; megabytes: number }

/** Decoders that hold hundreds of megabytes take turns. */
let lastTurn: Promise<unknown> = Promise.resolve()

/** What runs first in the thread: reading a module starts nothing, so this asks it for its answer. */
const opening = `
  const { parentPort, workerData } = require('node:worker_threads')
  import(workerData.module)
    .then(({ answer }) => answer(workerData.task))
    .then(({ result, transfer }) => parentPort.postMessage({ result }, transfer))
    .catch((error) => parentPort.postMessage({ failure: String(error) }))
`

/** What a thread's module exports as `answer`: the result, and the buffers that change hands instead of being copied. */
export type Answer<Task, Result> = (task: Task) => Promise<{ result: Result; transfer: ArrayBuffer[] }>

/** Runs a decoder in a thread of its own that cannot outstay its time or outgrow its memory. */
export function inThread<T>(module: URL, task: unknown, bounds: Bounds): Promise<T> {
  const turn = lastTurn.then(() => runThread<T>(module, task, bounds))
  lastTurn = turn.catch(() => undefined)
  return turn
}

function runThread<T>(module: URL, task: unknown, { seconds, megabytes }: Bounds): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const worker = new Worker(opening, {
    eval: true,
    workerData: { module: module.href, task },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const timer = setTimeout(
    () => reject(new MediaRefusal('took_too_long', 'Decoding took too long')),
    seconds * 1000,
  )
  worker.once('message', (answer: { result: T } | { failure: string }) => {
    if ('result' in answer) resolve(answer.result)
    else reject(new MediaRefusal('unreadable', answer.failure))
  })
  worker.once('error', (error) => reject(new MediaRefusal('unreadable', 'The decoder gave up', error)))
  worker.once('exit', () => reject(new MediaRefusal('unreadable', 'The decoder ended without an answer')))
  return promise.finally(async () => {
    clearTimeout(timer)
    await worker.terminate()
  })
}
