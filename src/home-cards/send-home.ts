import type { FastifyReply } from 'fastify'
import type { Storage } from '../files/storage.ts'
import { rangeOf } from '../media/byte-range.ts'
import type { Locale } from '../platform/locales.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { readHomeWork, renditionAtHome } from './door-store.ts'
import { showHome } from './show-home.ts'

type Here = { learnerId: string; districtId: string }

export async function sendHomeWork(
  reply: FastifyReply,
  ground: Ground,
  { learnerId, districtId, locale }: Here & { locale: Locale },
) {
  const why = { reason: 'show work by a card at home', districtId }
  const work = await asTheSystem(ground, why, ({ db }) => readHomeWork(db, learnerId))
  if (!work) throw new Refusal('not_found')
  const page = showHome(work, locale)
  return reply.headers(page.headers).type('text/html; charset=utf-8').send(page.body)
}

const shut = {
  'x-robots-tag': 'noindex, noimageindex',
  'cache-control': 'private, max-age=300',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}
/** Never the file as it came. */
const handed = ['small', 'screen', 'page', 'full', 'medium', 'low']

type Wanted = Here & { mediaId: string; rendition: string; range: string | undefined }

export async function sendHomeMedia(
  reply: FastifyReply,
  ground: Ground,
  storage: Storage,
  { learnerId, districtId, mediaId, rendition, range: asked }: Wanted,
) {
  const why = { reason: 'show a file by a card at home', districtId }
  const wanted = { learnerId, mediaId, rendition }
  const file = handed.includes(rendition)
    ? await asTheSystem(ground, why, ({ db }) => renditionAtHome(db, wanted))
    : undefined
  if (!file) throw new Refusal('not_found')
  reply.headers({ ...shut, 'content-type': file.type, 'accept-ranges': 'bytes' })
  const range = rangeOf(asked, file.bytes)
  if (range === 'unsatisfiable')
    return reply.status(416).header('content-range', `bytes */${file.bytes}`).send()
  if (!range) return reply.header('content-length', file.bytes).send(storage.open(mediaId, rendition))
  return reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`)
    .header('content-length', range.end - range.start + 1)
    .send(storage.open(mediaId, rendition, range))
}
