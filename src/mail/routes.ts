import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { GetWaysOut, NoteContact } from './contract.ts'
import type { Senders } from './message.ts'
import { noteContact } from './note-contact.ts'

export const mailRoutes = (senders: Senders): Route[] => [
  route(NoteContact, (context, input) => noteContact(context, input).then(() => done)),
  route(GetWaysOut, async () => ({ mail: senders.mail !== undefined, text: senders.text !== undefined })),
]
