import type { FastifyInstance } from 'fastify'
import { sql } from '../platform/database.ts'
import type { Ground } from '../platform/transaction.ts'

/** Ready means: the database answers. */
export function serveHealth(app: FastifyInstance, ground: Ground): void {
  app.get('/healthz', async (_request, reply) => {
    await sql`select 1`.execute(ground.database)
    return reply.header('cache-control', 'no-store').send({ status: 'ready' })
  })
}
