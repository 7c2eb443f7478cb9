import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { Endpoint } from '../platform/contract.ts'
import { openApi } from '../platform/openapi.ts'
import type { Route } from '../platform/route.ts'
import { calls } from '../programs/contract.ts'

/** The contract, for programs (OpenAPI 3.1) and for people (a page that needs no script). */
export function serveApiDocument(app: FastifyInstance, routes: Route[], origin: string): void {
  const endpoints = routes.map((route) => route.endpoint)
  const document = JSON.stringify(openApi(endpoints, origin))
  const asked = endpoints.filter(({ program }) => program !== undefined)
  const forPrograms = JSON.stringify(openApi(asked, origin, calls))
  const page = readablePage(endpoints)
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  )
  app.get('/api/district/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(forPrograms),
  )
  app.get('/api/programs.md', async (_request, reply) => reply.type('text/plain; charset=utf-8').send(guide))
  app.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  app.get('/api/api.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}

const guide = readFileSync(new URL('../../docs/programs.md', import.meta.url), 'utf8')

function readablePage(endpoints: Endpoint[]): string {
  const sections = endpoints.map(
    (one) => `<article id="${one.name}"><h2>${one.name}</h2><p><code>${one.method} ${one.path}</code></p>
      <p>${escape(one.summary)}</p>${whoIsAnswered(one)}</article>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>The Cairn API</title><link rel="stylesheet" href="/api/api.css"></head><body><main><h1>The Cairn API</h1>
    <p>Everything the screens do goes through these endpoints. <a href="/api/openapi.json">The OpenAPI 3.1 document</a>
    describes every field; <a href="/api/district/openapi.json">another</a> only what a program with a key may ask, and what it
    is told (<a href="/api/programs.md">the guide</a>). Sign in with <code>PUT /api/session</code>; the session is a cookie. Every request that
    changes something carries the header <code>x-cairn: 1</code>. Ids are made by the sender (UUIDv7), so a request may
    be sent twice. A refusal is JSON: <code>{"error": {"code", "sentence"}}</code>; the code is stable.</p>
    ${sections.join('\n')}</main></body></html>`
}

function whoIsAnswered({ program, signedIn }: Endpoint): string {
  if (program !== undefined) return `<p>Answers a program whose key reads ${program}.</p>`
  return signedIn === false ? '<p>Answers before anyone is signed in.</p>' : ''
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const style = `:root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;margin:0}
main{max-width:44rem;margin:2rem auto;padding:0 1rem}article{border-top:1px solid;padding-block:.5rem}
h2{font-size:1.125rem;margin-bottom:0}code{overflow-wrap:anywhere}p{margin-block:.5rem}`
