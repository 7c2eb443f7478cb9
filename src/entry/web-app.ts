import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refusal } from '../platform/refusal.ts'
import { workerPolicy } from '../platform/security-headers.ts'

/** The built web app, and one page for every address that is a screen of it. */
export async function serveWebApp(
  app: FastifyInstance,
  web: { folder: string; demoFile?: string | undefined },
): Promise<void> {
  const { demoFile } = web
  app.get('/api/demo-people', async (_request, reply) => {
    const people =
      demoFile !== undefined && existsSync(demoFile) ? JSON.parse(readFileSync(demoFile, 'utf8')) : []
    return reply.header('cache-control', 'no-store').send(people)
  })
  const built = existsSync(web.folder)
  if (built)
    await app.register(staticFiles, {
      root: web.folder,
      wildcard: false,
      setHeaders: cacheByName,
      preCompressed: true,
    })
  const page = built ? readFileSync(join(web.folder, 'index.html'), 'utf8') : undefined
  app.setNotFoundHandler(async (request, reply) => {
    const isScreen = request.method === 'GET' && !/^\/(api|media|assets)\//.test(request.url)
    if (!isScreen || page === undefined) throw new Refusal('not_found')
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}

/** The one file that may run WebAssembly: it reads the codes on paper, and holds nothing but that. */
const readsCodes = /\/assets\/paper-worker-[^/]+$/

/** Built files carry their content in their name and never change; the rest is asked for anew. */
function cacheByName(reply: FastifyReply, path: string): void {
  const forever = path.includes('/assets/')
  void reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (readsCodes.test(path)) void reply.header('content-security-policy', workerPolicy)
}
