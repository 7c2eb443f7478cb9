import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import type { KeepDigestChoice, SetDigestRule } from './contract.ts'
import type { Addressee } from './hand-ending.ts'
import {
  insertDigestChoice,
  insertDigestRule,
  maySetDigestRule,
  readDigestChoice,
  readDigestRule,
} from './store.ts'

export async function keepChoice(context: Context, input: InputOf<typeof KeepDigestChoice>): Promise<void> {
  if (!(await readDigestChoice(context))) throw new Refusal('not_found')
  const { personId, districtId } = context.viewer
  await insertDigestChoice(context.db, { ...input, personId, districtId, byLink: false }, context.now)
}

/** By the link in a letter, without signing in: day and hour stay as they were chosen. */
export function keepByLink(ground: Ground, addressee: Addressee, stops: boolean): Promise<boolean> {
  const { personId, districtId } = addressee
  return asTheSystem(ground, { reason: 'a letter’s own link', districtId }, async ({ db, now }) => {
    const kept = await readDigestChoice({ db, viewer: addressee })
    if (!kept) return false
    const { weekday, hour } = kept
    const way = stops ? 'none' : kept.email === null && kept.phone !== null ? 'text' : 'mail'
    if ((kept.way === 'none') !== stops)
      await insertDigestChoice(db, { way, weekday, hour, personId, districtId, byLink: true }, now)
    return true
  })
}

export async function setDigestRule(context: Context, input: InputOf<typeof SetDigestRule>): Promise<void> {
  demand(await maySetDigestRule(context, input.id))
  const was = await readDigestRule(context, input.id)
  await insertDigestRule(context, input.id, input.tells)
  const said = { before: 'yes', was, tells: input.tells }
  await noteAct(context, { act: 'digests.ruled', schoolId: input.id, said })
}
