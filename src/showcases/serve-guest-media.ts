import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { CopyContent } from '../collections/copy-store.ts'
import { guestFileHeaders, sendRange } from '../files/send-range.ts'
import type { Storage } from '../files/storage.ts'
import { wordsOf } from '../media/captions.ts'
import { addressHolds } from '../platform/media-key.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { saidIn } from './door-store.ts'
import { contentBehind, fileIn, findShowcase, type FoundBehind, transcriptIn } from './find-behind.ts'
import { guestRenditions } from './show-media.ts'

type Asked = {
  params: { showcase: string; media: string; rendition: string }
  query: { until?: string; key?: string }
}

/**
 * Files of a showcase leave through here and through nothing else: at an address made for its guests, while it is
 * open, and only what it shows at this moment.
 */
export function serveGuestMedia(app: FastifyInstance, ground: Ground, storage: Storage): void {
  app.get('/guest/media/:showcase/:media/:rendition', { compress: false }, async (request, reply) => {
    const { params, query } = request as unknown as Asked
    const { showcase: personId, media, rendition } = params
    const address = { media, rendition, personId, until: query.until ?? '', key: query.key ?? '' }
    const isOurs = (guestRenditions as readonly string[]).includes(rendition)
    if (!isOurs || !addressHolds(ground.secret, address, ground.now())) throw new Refusal('not_found')
    const behind = await findShowcase(ground, personId)
    if (behind?.state !== 'open') throw new Refusal('not_found')
    const content = await contentBehind(ground, behind)
    if (content && (rendition === 'captions' || rendition === 'words')) {
      return sendSaid(reply, ground, { behind, content, mediaId: media, rendition })
    }
    const file = content && fileIn(content, media, rendition)
    if (!file) throw new Refusal('not_found')
    reply.headers({ ...guestFileHeaders, 'content-type': file.type })
    return sendRange(reply, storage, { id: media, rendition, bytes: file.bytes }, request.headers.range)
  })
}

type Said = { behind: FoundBehind; content: CopyContent; mediaId: string; rendition: 'captions' | 'words' }

async function sendSaid(reply: FastifyReply, ground: Ground, { behind, content, mediaId, rendition }: Said) {
  const revision = transcriptIn(content, mediaId)?.revision
  if (revision === undefined) throw new Refusal('not_found')
  const why = { reason: 'say what is said in a recording to a guest', districtId: behind.districtId }
  const said = await asTheSystem(ground, why, ({ db }) => saidIn(db, { mediaId, revision }))
  const type = rendition === 'words' ? 'text/plain; charset=utf-8' : 'text/vtt; charset=utf-8'
  reply.headers({ ...guestFileHeaders, 'content-type': type })
  if (rendition === 'words') return reply.send(said?.words || wordsOf(said?.captions ?? ''))
  return reply.send(said?.captions || 'WEBVTT\n')
}

/** The face of names, under an address that stays: a page without the app does not know the app's built files. */
export function serveFace(app: FastifyInstance): void {
  const file = import.meta.resolve('@fontsource/young-serif/files/young-serif-latin-400-normal.woff2')
  const bytes = readFileSync(fileURLToPath(file))
  app.get('/guest/fonts/work.woff2', { compress: false }, async (_request, reply) =>
    reply.type('font/woff2').header('cache-control', 'public, max-age=604800').send(bytes),
  )
}
