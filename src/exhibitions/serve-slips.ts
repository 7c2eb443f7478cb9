import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../platform/new-id.ts'
import type { HttpOptions } from '../platform/http.ts'
import { takePlainForms } from '../platform/plain-forms.ts'
import type { Ground } from '../platform/transaction.ts'
import { guestHeaders } from '../showcases/answer-guest.ts'
import { findStanding, sendGuestPage, sendShut } from './find-standing.ts'
import { leaveSlip } from './leave-slip.ts'
import { noteVisitor } from './note-visitor.ts'
import { showSlipForm, showSlipThanks } from './show-stand.ts'

/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { query: { sent?: string }; body?: { words?: unknown; signed?: unknown } }

/** A guest's slip: a plain form, and what it carries. */
export async function serveSlips(app: FastifyInstance, ground: Ground, options: HttpOptions): Promise<void> {
  app.get('/guest/event/:token/:stand/slip', (request, reply) => sendForm(ground, options, request, reply))
  await app.register(async (doors) => {
    takePlainForms(doors, 16_384)
    doors.post('/guest/event/:token/:stand/slip', { config: { standsAlone: true } }, (request, reply) =>
      takeForm(ground, options, request, reply),
    )
  })
}

async function sendForm(ground: Ground, options: HttpOptions, request: FastifyRequest, reply: FastifyReply) {
  const { exhibition, stand, ...more } = await findStanding(ground, request)
  if (exhibition?.state !== 'open') return sendShut(ground, request, reply, exhibition)
  if (!stand) return sendShut(ground, request, reply, undefined)
  if ((request as unknown as Asked).query.sent) {
    return sendGuestPage(reply, showSlipThanks({ exhibition, stand, ...more }))
  }
  noteVisitor(ground, request, reply, options)
  return sendGuestPage(reply, showSlipForm({ exhibition, stand, ...more, id: newId() }))
}

async function takeForm(ground: Ground, options: HttpOptions, request: FastifyRequest, reply: FastifyReply) {
  const { exhibition, stand, ...more } = await findStanding(ground, request)
  if (exhibition?.state !== 'open') return sendShut(ground, request, reply, exhibition)
  if (!stand) return sendShut(ground, request, reply, undefined)
  const { body } = request as unknown as Asked
  const visitor = noteVisitor(ground, request, reply, options)
  const trouble = await leaveSlip(ground, { exhibition, standId: stand.id, visitor, body })
  if (!trouble) {
    return reply.headers(guestHeaders).redirect(`${more.path}?sent=yes&in=${more.locale}`, 303)
  }
  const typed = { words: String(body?.words ?? ''), signed: String(body?.signed ?? '') }
  const form = showSlipForm({ exhibition, stand, ...more, id: newId(), typed }, trouble)
  return sendGuestPage(reply, form, trouble === 'rests' ? 429 : 400)
}
