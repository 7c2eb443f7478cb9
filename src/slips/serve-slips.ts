import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findStanding, sendGuestPage, sendShut } from '../exhibitions/find-standing.ts'
import type { Storage } from '../files/storage.ts'
import { newId } from '../platform/new-id.ts'
import type { HttpOptions } from '../platform/http.ts'
import type { Ground } from '../platform/transaction.ts'
import { guestHeaders } from '../showcases/answer-guest.ts'
import { leaveSlip } from './leave-slip.ts'
import { noteVisitor } from './note-visitor.ts'
import { readSlip } from './read-slip.ts'
import { showLateSlip, showSlipForm, showSlipThanks } from './show-slip.ts'

const address = '/guest/event/:token/:stand/slip'

/** A guest's slip: a plain form, and what it carries. */
export async function serveSlips(
  app: FastifyInstance,
  ground: Ground,
  storage: Storage,
  options: HttpOptions,
): Promise<void> {
  app.get(address, (request, reply) => sendForm(ground, options, request, reply))
  await app.register(async (doors) => {
    // the bytes are read where it is known how many may come
    doors.removeAllContentTypeParsers()
    const kinds = ['application/x-www-form-urlencoded', 'multipart/form-data']
    doors.addContentTypeParser(kinds, (_request, _payload, parsed) => parsed(null))
    doors.post(address, { config: { standsAlone: true } }, (request, reply) =>
      takeForm({ ground, storage, options }, request, reply),
    )
  })
}

async function sendForm(ground: Ground, options: HttpOptions, request: FastifyRequest, reply: FastifyReply) {
  const { exhibition, stand, ...more } = await findStanding(ground, request)
  if (exhibition?.state !== 'open') return sendShut(ground, request, reply, exhibition)
  if (!stand) return sendShut(ground, request, reply, undefined)
  const { sent } = request.query as { sent?: string }
  if (sent) return sendGuestPage(reply, showSlipThanks({ exhibition, stand, ...more }))
  noteVisitor(ground, request, reply, options)
  return sendGuestPage(reply, showSlipForm({ exhibition, stand, ...more, id: newId() }))
}

type Door = { ground: Ground; storage: Storage; options: HttpOptions }

const statusOf = { empty: 400, rests: 429, large: 413, file: 415 } as const

/** Asked before the form is read, because a guess is not worth reading, and after, because midnight comes meanwhile. */
async function takeForm({ ground, storage, options }: Door, request: FastifyRequest, reply: FastifyReply) {
  const before = await findStanding(ground, request)
  if (!before.exhibition) return sendShut(ground, request, reply, undefined)
  const visitor = noteVisitor(ground, request, reply, options)
  const sent = await readSlip(request.raw)
  const { exhibition, stand, ...more } = await findStanding(ground, request)
  const typed = { words: sent?.fields.words ?? '', signed: sent?.fields.signed ?? '' }
  if (exhibition?.state !== 'open' || !stand) {
    const isOver = exhibition?.state === 'over' || exhibition?.state === 'ended'
    return sendGuestPage(reply, showLateSlip({ ...more, isOver, typed }), isOver ? 410 : 404)
  }
  const left = { exhibition, standId: stand.id, visitor }
  const trouble = sent ? await leaveSlip(ground, storage, { ...left, sent }) : 'rests'
  if (!trouble) return reply.headers(guestHeaders).redirect(`${more.path}?sent=yes&in=${more.locale}`, 303)
  const form = showSlipForm({ exhibition, stand, ...more, id: newId(), typed }, trouble)
  return sendGuestPage(reply, form, statusOf[trouble])
}
