import type { PoolConfig } from 'pg'
import { openProgram } from '../src/entry/program.ts'
import { countQueries } from '../test/support/query-counter.ts'

/**
 * The real server in a process of its own, so that its memory and its processor time are its alone. It tells
 * its port, and then, whenever asked, how many queries it has sent.
 */
export type ServeOptions = {
  connection: PoolConfig
  mediaFolder: string
  secret: string
  /** how much one person or address may ask is no limit to a bench, unless that is what it measures */
  ordinaryLimits?: boolean
}

async function serve({ ordinaryLimits, ...options }: ServeOptions): Promise<void> {
  const queries = countQueries()
  const program = await openProgram({
    ...options,
    now: () => new Date(),
    log: { info: () => undefined, error: (facts, sentence) => console.error(sentence, facts) },
    works: false,
    origin: 'http://localhost',
    ...(ordinaryLimits ? {} : { mostRequests: Number.MAX_SAFE_INTEGER }),
  })
  await program.app.listen({ port: 0, host: '127.0.0.1' })
  const address = program.app.server.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
  process.on('message', () => process.send?.(queries.sent))
  process.once('disconnect', () => void program.close().finally(() => process.exit(0)))
}

process.once('message', (options: ServeOptions) => void serve(options))
