import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput } from '../platform/refusal.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { NoteContact } from './contract.ts'
import { isAddress, isPhone } from './message.ts'
import { mayNoteContact, putContact } from './store.ts'

export async function noteContact(context: Context, input: InputOf<typeof NoteContact>): Promise<void> {
  demand(await mayNoteContact(context, input.id))
  const [email, phone] = [input.email.trim(), input.phone.trim()]
  if (email !== '' && !isAddress(email)) throw new InvalidInput({ email: 'format' })
  if (phone !== '' && !isPhone(phone)) throw new InvalidInput({ phone: 'format' })
  await putContact(context, { id: input.id, email, phone })
  await noteActOfOffice(context, { act: 'contact.noted', personId: input.id })
}
