import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Locale } from '../platform/locales.ts'
import { Refusal } from '../platform/refusal.ts'
import { workerPolicy } from '../platform/security-headers.ts'
import { chooseLocale } from '../platform/words.ts'
import { type FirstLoads, screenAt } from './first-loads.ts'
import { writeOpenAgain } from './open-again.ts'

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
      index: false,
      setHeaders: cacheByName,
      preCompressed: true,
    })
  const pageAt = built ? pagesIn(web.folder) : undefined
  app.setNotFoundHandler(async () => {
    throw new Refusal('not_found')
  })
  app.get('/*', async (request, reply) => {
    if (pageAt === undefined || /^\/(api|media|assets)\//.test(request.url)) throw new Refusal('not_found')
    const { page, allowed } = pageAt(request.url, chooseLocale(request.headers['accept-language']))
    const policy = String(reply.getHeader('content-security-policy'))
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .header('content-security-policy', policy.replace("script-src 'self'", `$& ${allowed}`))
      .send(page)
  })
}

/**
 * The page, asking at once for all that the screen at an address needs. Otherwise the browser would find the
 * screen only when the app runs and knows who is here, and its parts only inside it: seconds on a thin line.
 */
function pagesIn(folder: string): (address: string, locale: Locale) => { page: string; allowed: string } {
  const bare = readFileSync(join(folder, 'index.html'), 'utf8')
  const loads = JSON.parse(readFileSync(join(folder, 'first-loads.json'), 'utf8')) as FirstLoads
  const again = {
    en: writeOpenAgain(loads.entry, 'en'),
    fr: writeOpenAgain(loads.entry, 'fr'),
  } satisfies Record<Locale, unknown>
  return (address, locale) => {
    const { script, allowed } = again[locale]
    const screen = screenAt(loads, address)
    const files = [...loads.words[locale], ...(screen?.words[locale] ?? []), ...(screen?.files ?? [])]
    const links = [...new Set(files)].map(linkTo).join('')
    return { page: bare.replace('<head>', `<head>${script}`).replace('</head>', `${links}</head>`), allowed }
  }
}

const linkTo = (file: string) =>
  file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link rel="preload" as="script" crossorigin href="/${file}">`
/** The two files that may run WebAssembly: what reads the codes on paper and what takes a scanner's PDF apart. */
const readsPaper = /\/assets\/(?:paper|scan)-worker-[^/]+$/

/** Built files carry their content in their name and never change; the rest is asked for anew. */
function cacheByName(reply: FastifyReply, path: string): void {
  const forever = path.includes('/assets/')
  void reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (forever && !runsAlone.test(path)) for (const name of saysPages) void reply.removeHeader(name)
  if (readsPaper.test(path)) void reply.header('content-security-policy', workerPolicy)
}

/** A worker is held by the policy that comes with its own file. */
const runsAlone = /-worker-[^/]+$/

/** What only a page or a worker can heed. A first load is of forty files: with them all it weighs a third more. */
const saysPages = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'permissions-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]
