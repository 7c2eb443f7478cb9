import { stat } from 'node:fs/promises'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../platform/context.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { asRefusal, refusalBody } from '../platform/http-errors.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashOfToken } from '../platform/session-token.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import type { Storage } from '../files/storage.ts'
import { type Arriving, noteArrived, readArriving } from './arrival-store.ts'

const path = '/api/uploads'
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The tus 1.0 endpoint. Who may send what is asked here, before the library sees a byte: a file must have
 * been announced (PUT /api/media/:id) by whoever sends it, and be no larger than was said.
 */
export function receiveMedia(
  app: FastifyInstance,
  ground: Ground,
  storage: Storage,
  options: HttpOptions & { largestFile: number },
): void {
  const tus = openTus(app, ground, storage, options.largestFile)
  // the bytes are the library's to read
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, parsed) => parsed(null))
  // no GET: what has arrived is not clean yet, and nobody is handed it
  const methods = { [path]: ['POST'], [`${path}/:id`]: ['HEAD', 'PATCH'] }
  for (const [url, method] of Object.entries(methods)) {
    app.route({
      method,
      url,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const media = await inside(ground, request, reply, { ...options, whileHandedOver: true }, (context) =>
          admit(context, request, storage),
        )
        if (request.method === 'HEAD' && media.state !== 'arriving') return sayAllArrived(reply, media.bytes)
        reply.hijack()
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) reply.raw.setHeader(name, value)
        }
        await tus.handle(request.raw, reply.raw)
      },
    })
  }
}

function openTus(app: FastifyInstance, ground: Ground, storage: Storage, maxSize: number): Server {
  return new Server({
    path,
    datastore: new FileStore({ directory: storage.arrivingFolder }),
    maxSize,
    relativeLocation: true,
    // the very reading of the request that `admit` asked about, or the library could be shown another file
    namingFunction: (request) => idIn(request.headers.get('upload-metadata') ?? ''),
    getFileIdFromRequest: (request) => new URL(request.url).pathname.slice(path.length + 1),
    onUploadFinish: async (request, upload) => {
      const token = cookieOf(request.headers.get('cookie'), app)
      await asViewer(ground, hashOfToken(token), (context) => settleArrived(context, upload.id), {
        whileHandedOver: true,
      })
      return {}
    },
    onResponseError: (request, error) => {
      const { refusal, status } = refusalOf(error)
      const body = { error: refusalBody(refusal, request.headers.get('accept-language') ?? undefined) }
      return { status_code: status, body: JSON.stringify(body) }
    },
  })
}

/** The answer to the last bytes was lost, and the worker may be done with the file: there is nothing left to send. */
function sayAllArrived(reply: FastifyReply, bytes: number): FastifyReply {
  return reply
    .headers({
      'tus-resumable': '1.0.0',
      'upload-offset': bytes,
      'upload-length': bytes,
      'cache-control': 'no-store',
    })
    .send()
}

async function admit(context: Context, request: FastifyRequest, storage: Storage): Promise<Arriving> {
  if (request.headers['tus-resumable'] !== '1.0.0') throw new Refusal('invalid', { fields: 'tus-resumable' })
  const id = idOf(request)
  const media = idPattern.test(id) ? await readArriving(context.db, id) : undefined
  if (!media || media.uploadedBy !== context.viewer.personId) throw new Refusal('not_found')
  if (request.method === 'POST') demandBeginning(request, media)
  if (request.method === 'PATCH' && media.state !== 'arriving') throw new Refusal('id_taken')
  // the answer to the last bytes was lost: asking how far it came settles it
  if (
    request.method === 'HEAD' &&
    media.state === 'arriving' &&
    (await bytesOf(storage.arrivingFile(id))) === media.bytes
  ) {
    await settleArrived(context, id)
    return { ...media, state: 'waiting' }
  }
  return media
}

/** An upload is begun once, whole, and as long as was announced. */
function demandBeginning(request: FastifyRequest, media: Arriving): void {
  if (media.state !== 'arriving') throw new Refusal('id_taken')
  const { 'upload-length': length, 'upload-concat': joined } = request.headers
  if (Number(length) !== media.bytes || joined !== undefined) {
    throw new Refusal('invalid', { fields: 'upload-length' })
  }
}

/** The library's own errors carry a status that tus clients act on, so it is kept; the words become ours. */
function refusalOf(error: Error | { status_code: number; body: string }): {
  refusal: Refusal
  status: number
} {
  const status = 'status_code' in error ? error.status_code : undefined
  if (status === undefined || error instanceof Refusal) {
    const refusal = asRefusal(error)
    return { refusal, status: refusal.status }
  }
  if (status >= 500) return { refusal: new Refusal('storage_full'), status: 507 }
  const code = status === 413 ? 'too_large' : status === 404 || status === 410 ? 'not_found' : 'invalid'
  return { refusal: new Refusal(code, { fields: 'upload' }), status }
}

async function settleArrived(context: Context, id: string): Promise<void> {
  if (await noteArrived(context.db, id))
    await context.tell('media.arrived', { districtId: context.viewer.districtId, id })
}

const bytesOf = (file: string) =>
  stat(file).then(
    (found) => found.size,
    () => undefined,
  )

function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id?: string }
  if (id !== undefined) return id
  return idIn(String(request.headers['upload-metadata'] ?? ''))
}

function idIn(metadata: string): string {
  const encoded = /(?:^|,)\s*id ([A-Za-z0-9+/=]+)/.exec(metadata)?.[1]
  return encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
}

const cookieOf = (header: string | null, app: FastifyInstance): string =>
  app.parseCookie(header ?? '').cairn ?? ''
