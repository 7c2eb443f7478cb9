import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ArrivingFiles } from '../files/arriving.ts'
import type { Storage } from '../files/storage.ts'
import type { Context } from '../platform/context.ts'
import { askerOf } from '../platform/asker.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { Refusal } from '../platform/refusal.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { type Arriving, noteArrived, readArriving } from './arrival-store.ts'

const path = '/api/uploads'
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** A class brings its work in too. */
const reach = { whileHandedOver: true }

type Door = { app: FastifyInstance; ground: Ground; files: ArrivingFiles; options: HttpOptions }

/**
 * The tus 1.0 endpoint (https://tus.io/protocols/resumable-upload): begin, ask how far it came, go on. A file must
 * have been announced (PUT /api/media/:id) by whoever sends it, and is as long as was said. What has arrived is not
 * clean yet, so there is no GET: nobody is handed it.
 */
export function receiveMedia(
  app: FastifyInstance,
  ground: Ground,
  storage: Storage,
  options: HttpOptions,
): void {
  const door = { app, ground, options, files: new ArrivingFiles(storage.arrivingFile) }
  // the bytes are read by whoever writes them
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, parsed) => parsed(null))
  app.route({ method: 'POST', url: path, handler: (request, reply) => begin(door, request, reply) })
  app.route({
    method: 'HEAD',
    url: `${path}/:id`,
    handler: (request, reply) => tellOffset(door, request, reply),
  })
  app.route({ method: 'PATCH', url: `${path}/:id`, handler: (request, reply) => goOn(door, request, reply) })
}

async function begin(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const id = idIn(String(request.headers['upload-metadata'] ?? ''))
  const media = await admit(door, request, reply, id)
  if (media.state !== 'arriving') throw new Refusal('id_taken')
  const { 'upload-length': length, 'upload-concat': joined } = request.headers
  if (Number(length) !== media.bytes || joined !== undefined) {
    throw new Refusal('invalid', { fields: 'upload-length' })
  }
  await door.files.begin(id)
  return say(reply, 201, { location: `${path}/${id}`, 'upload-offset': 0 })
}

/** Where the answer to the last bytes was lost, asking settles it; the worker may be done with the file by then. */
async function tellOffset(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { id = '' } = request.params as { id?: string }
  const media = await admit(door, request, reply, id)
  const offset = media.state === 'arriving' ? await door.files.offsetOf(id) : media.bytes
  if (offset === undefined) throw new Refusal('not_found')
  if (media.state === 'arriving' && offset === media.bytes) {
    await door.files.sync(id)
    await settle(door, request, id)
  }
  return say(reply, 200, { 'upload-offset': offset, 'upload-length': media.bytes })
}

async function goOn(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { id = '' } = request.params as { id?: string }
  const media = await admit(door, request, reply, id)
  if (media.state !== 'arriving') throw new Refusal('id_taken')
  const offset = countIn([request.headers['upload-offset']].flat()[0])
  const length = countIn(request.headers['content-length'])
  if (offset === undefined || request.headers['content-type'] !== 'application/offset+octet-stream') {
    throw new Refusal('invalid', { fields: 'upload-offset' })
  }
  if (offset + (length ?? 0) > media.bytes) throw new Refusal('too_large')
  const appended = await door.files.append(id, { offset, end: media.bytes, source: request.raw })
  if (appended === 'not begun') throw new Refusal('not_found')
  if (appended === 'elsewhere') throw new Refusal('other_offset')
  if (appended.how === 'too much') throw new Refusal('too_large')
  if (appended.offset === media.bytes) await settle(door, request, id)
  else if (appended.how !== 'whole') throw new Refusal('try_again')
  return say(reply, 204, { 'upload-offset': appended.offset })
}

function admit(door: Door, request: FastifyRequest, reply: FastifyReply, id: string): Promise<Arriving> {
  return inside(door.ground, request, reply, { ...door.options, ...reach }, async ({ db, viewer }) => {
    if (request.headers['tus-resumable'] !== '1.0.0')
      throw new Refusal('invalid', { fields: 'tus-resumable' })
    const media = idPattern.test(id) ? await readArriving(db, id) : undefined
    if (!media || media.uploadedBy !== viewer.personId) throw new Refusal('not_found')
    return media
  })
}

/** All of it lies on the disk: the worker is told in the transaction in which that is written down. */
async function settle({ ground }: Door, request: FastifyRequest, id: string): Promise<void> {
  const work = async ({ db, tell, viewer }: Context) => {
    if (await noteArrived(db, id)) await tell('media.arrived', { districtId: viewer.districtId, id })
  }
  const asker = askerOf(request)
  if (!asker) throw new Refusal('not_signed_in')
  await asViewer(ground, asker, work, reach)
}

function say(reply: FastifyReply, status: number, headers: Record<string, string | number>): FastifyReply {
  return reply
    .status(status)
    .headers({ 'tus-resumable': '1.0.0', 'cache-control': 'no-store', ...headers })
    .send()
}

/** As the protocol writes it: digits, and no more than a file can have. */
function countIn(header: string | undefined): number | undefined {
  const count = header !== undefined && /^\d{1,16}$/.test(header) ? Number(header) : undefined
  return Number.isSafeInteger(count) ? count : undefined
}

function idIn(metadata: string): string {
  const encoded = /(?:^|,)\s*id ([A-Za-z0-9+/=]+)/.exec(metadata)?.[1]
  return encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
}
