import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { GetWaysOut, NoteContact } from './contract.ts'
import { type Senders, waysOut } from './message.ts'
import { noteContact } from './note-contact.ts'

export const mailRoutes = (senders: Senders): Route[] => [
  route(NoteContact, (context, input) => noteContact(context, input).then(() => done)),
  route(GetWaysOut, async () => waysOut(senders)),
]
