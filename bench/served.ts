import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { PoolConfig } from 'pg'
import { remember, temporaryFolder } from './leaving.ts'
import { cpuOf, memoryOf } from './processes.ts'
import type { ServeOptions } from './serve.ts'

/** The server that is measured, seen from outside. */
export type Served = {
  port: number
  queries: () => Promise<number>
  cpu: () => number
  memory: () => { now: number; most: number }
  stop: () => Promise<void>
}

export async function startServer(
  connection: PoolConfig,
  secret: string,
  mediaFolder = temporaryFolder(),
  how: Pick<ServeOptions, 'ordinaryLimits'> = {},
): Promise<Served> {
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), { execArgv: [] })
  const ended = once(child, 'exit')
  const stop = remember(async () => {
    if (child.connected) child.disconnect()
    await ended
  })
  const answer = async (question: string | ServeOptions): Promise<number> => {
    const answered = once(child, 'message')
    child.send(question)
    const broken = ended.then(() => Promise.reject(new Error('the server ended by itself')))
    const [number] = (await Promise.race([answered, broken])) as [number]
    return number
  }
  const pid = child.pid ?? 0
  const port = await answer({ connection, mediaFolder, secret, ...how })
  return {
    port,
    queries: () => answer('queries'),
    cpu: () => cpuOf(pid),
    memory: () => memoryOf(pid),
    stop,
  }
}
