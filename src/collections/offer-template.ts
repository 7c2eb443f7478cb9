import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Act } from '../logbook/line.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { ReviseTemplate, WriteTemplate } from './contract.ts'
import {
  advanceTemplate,
  answersForPlace,
  insertTemplate,
  insertTemplateRevision,
  isSameTemplate,
  markClosed,
  templateFor,
} from './template-store.ts'

/** Named sections to begin from, offered by those who answer for a class, a school or the district. */
export async function offerTemplate(context: Context, input: InputOf<typeof WriteTemplate>): Promise<void> {
  if (!(await answersForPlace(context, input))) throw new Refusal('not_found')
  if (await insertTemplate(context, { ...input, revision: 1 }))
    return note(context, 'template.written', input.title)
  const kept = await templateFor(context, input.id)
  if (!kept?.allowed) throw new Refusal('not_found')
  if (!(await isSameTemplate(context, { ...input, revision: 1 }))) throw new Refusal('id_taken')
}

export async function reviseTemplate(context: Context, input: InputOf<typeof ReviseTemplate>): Promise<void> {
  demand(await templateFor(context, input.id))
  if (await advanceTemplate(context, input.id, input.revision)) {
    await insertTemplateRevision(context, input)
    return note(context, 'template.revised', input.title)
  }
  if (!(await isSameTemplate(context, input))) throw new Refusal('changed_elsewhere')
}

export async function closeTemplate(context: Context, id: string): Promise<void> {
  demand(await templateFor(context, id))
  await markClosed(context, id)
  await note(context, 'template.closed')
}

const note = (context: Context, act: Act, what = '') => noteActOfOffice(context, { act, said: { what } })
