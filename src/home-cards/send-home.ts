import type { FastifyReply } from 'fastify'
import { guestFileHeaders, sendRange } from '../files/send-range.ts'
import type { Storage } from '../files/storage.ts'
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

/** Never the file as it came. */
const handed = ['small', 'screen', 'page', 'full', 'medium', 'low']

type Wanted = Here & { mediaId: string; rendition: string; range: string | undefined }

export async function sendHomeMedia(
  reply: FastifyReply,
  ground: Ground,
  storage: Storage,
  { learnerId, districtId, mediaId, rendition, range }: Wanted,
) {
  const why = { reason: 'show a file by a card at home', districtId }
  const wanted = { learnerId, mediaId, rendition }
  const file = handed.includes(rendition)
    ? await asTheSystem(ground, why, ({ db }) => renditionAtHome(db, wanted))
    : undefined
  if (!file) throw new Refusal('not_found')
  reply.headers({ ...guestFileHeaders, 'content-type': file.type })
  return sendRange(reply, storage, { id: mediaId, rendition, bytes: file.bytes }, range)
}
