import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { EnterPerson } from './contract.ts'
import { insertByHand, namesOf } from './names-store.ts'
import { sameNames, sayNames, tidyNames } from './registered.ts'
import { mayKeepRegister } from './store.ts'

export async function enterPerson(
  context: Context,
  { id, ...said }: InputOf<typeof EnterPerson>,
): Promise<void> {
  demand(await mayKeepRegister(context))
  const names = tidyNames(said)
  if (names.given === '') throw new InvalidInput({ given: 'required' })
  if (await insertByHand(context, { id, ...names }))
    return noteAct(context, { act: 'person.entered', personId: id, said: { what: sayNames(names) } })
  const kept = await namesOf(context, id)
  if (!kept) throw new Refusal('not_found')
  if (!sameNames(kept, names)) throw new Refusal('id_taken')
}
