import { stat } from 'node:fs/promises'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../platform/context.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { asRefusal, refusalBody } from '../platform/http-errors.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashOfToken } from '../platform/session-token.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { largestFile } from './media.ts'
import type { Storage } from '../files/storage.ts'
import { noteArrived, readArriving } from './store.ts'

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
  options: HttpOptions,
): void {
  const tus = new Server({
    path,
    datastore: new FileStore({ directory: storage.arrivingFolder }),
    maxSize: largestFile,
    relativeLocation: true,
    namingFunction: (_request, metadata) => metadata?.id ?? '',
    onUploadFinish: async (request, upload) => {
      const token = cookieOf(request.headers.get('cookie'), app)
      await asViewer(ground, hashOfToken(token), (context) => settleArrived(context, upload.id))
      return {}
    },
    onResponseError: (request, error) => {
      const refusal = asRefusal(error)
      if (refusal.code === 'failed' && 'status_code' in error) return undefined
      const body = { error: refusalBody(refusal, request.headers.get('accept-language') ?? undefined) }
      return { status_code: refusal.status, body: JSON.stringify(body) }
    },
  })
  // the bytes are the library's to read
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, parsed) => parsed(null))
  for (const url of [path, `${path}/:id`]) {
    app.route({
      method: ['GET', 'HEAD', 'PATCH', 'POST', 'OPTIONS'],
      url,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        await inside(ground, request, reply, options, (context) => admit(context, request, storage))
        reply.hijack()
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) reply.raw.setHeader(name, value)
        }
        await tus.handle(request.raw, reply.raw)
      },
    })
  }
}

async function admit(context: Context, request: FastifyRequest, storage: Storage): Promise<void> {
  const id = idOf(request)
  const media = idPattern.test(id) ? await readArriving(context.db, id) : undefined
  if (!media || media.uploadedBy !== context.viewer.personId) throw new Refusal('not_found')
  const said = Number(request.headers['upload-length'] ?? media.bytes)
  if (said !== media.bytes) throw new Refusal('invalid', { fields: 'upload-length' })
  // the answer to the last bytes was lost: asking how far it came settles it
  if (
    request.method === 'HEAD' &&
    media.state === 'arriving' &&
    (await bytesOf(storage.arrivingFile(id))) === media.bytes
  ) {
    await settleArrived(context, id)
  }
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
  const metadata = String(request.headers['upload-metadata'] ?? '')
  const encoded = /(?:^|,)\s*id ([A-Za-z0-9+/=]+)/.exec(metadata)?.[1]
  return encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
}

const cookieOf = (header: string | null, app: FastifyInstance): string =>
  app.parseCookie(header ?? '').cairn ?? ''
