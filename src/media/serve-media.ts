import type { FastifyInstance, FastifyReply } from 'fastify'
import { type HttpOptions, inside } from '../platform/http.ts'
import { addressHolds } from '../platform/media-key.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { wordsOf } from './captions.ts'
import { contentDisposition, isInline } from '../files/disposition.ts'
import type { Carrier } from './policy.ts'
import { sendRange } from '../files/send-range.ts'
import type { Storage } from '../files/storage.ts'
import { findRendition } from './store.ts'
import { findTranscript } from './transcript-store.ts'

type Asked = {
  params: { id: string; rendition: string }
  query: { until?: string; key?: string; save?: string }
}

/**
 * Files leave only through here: at an address made for this person, for something that carries the file and
 * that this person may see now. Nothing that comes out can run as a page of ours.
 */
export function serveMedia(
  app: FastifyInstance,
  ground: Ground,
  storage: Storage,
  carriers: Carrier[],
  options: HttpOptions,
): void {
  app.get('/media/:id/:rendition', { compress: false }, async (request, reply) => {
    const { params, query } = request as unknown as Asked
    const found = await inside(ground, request, reply, options, async (context) => {
      const address = {
        media: params.id,
        rendition: params.rendition,
        until: query.until ?? '',
        key: query.key ?? '',
      }
      if (!addressHolds(ground.secret, { ...address, personId: context.viewer.personId }, context.now)) {
        throw new Refusal('address_expired')
      }
      return isSpoken(params.rendition)
        ? findTranscript(context, params.id, carriers)
        : findRendition(context, params, carriers)
    })
    if (!found) throw new Refusal('not_found')
    if ('words' in found) return sendTranscript(reply, params.rendition, found)
    const inline = isInline(found.type) && query.save === undefined
    reply
      .type(found.type)
      .header('content-disposition', contentDisposition(found, inline))
      .header('content-security-policy', "default-src 'none'; sandbox; style-src 'unsafe-inline'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=1800, immutable')
    return sendRange(reply, storage, { ...params, bytes: found.bytes }, request.headers.range)
  })
}

const isSpoken = (rendition: string) => rendition === 'words' || rendition === 'captions'

/** A player takes captions as they are; words to read are made of them when nobody typed any. */
function sendTranscript(reply: FastifyReply, asked: string, said: { words: string; captions: string }) {
  const isText = asked === 'words'
  return reply
    .type(`text/${isText ? 'plain' : 'vtt'}; charset=utf-8`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=1800, immutable')
    .send(isText ? said.words || wordsOf(said.captions) : said.captions)
}
