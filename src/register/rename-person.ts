import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { RenamePerson } from './contract.ts'
import { isRenamedSo, keepRenaming, namesOf } from './names-store.ts'
import { sameNames, sayNames, tidyNames } from './registered.ts'
import { mayKeepRegister } from './store.ts'

/** What they were called before stays with the renaming; every screen says the new name from now on. */
export async function renamePerson(
  context: Context,
  { id, personId, ...said }: InputOf<typeof RenamePerson>,
): Promise<void> {
  demand(await mayKeepRegister(context))
  const names = tidyNames(said)
  if (names.given === '') throw new InvalidInput({ given: 'required' })
  const was = await namesOf(context, personId)
  if (!was) throw new Refusal('not_found')
  const known = await isRenamedSo(context, id, personId, names)
  if (known === false) throw new Refusal('id_taken')
  if (known || sameNames(was, names)) return
  if (!(await keepRenaming(context, { id, personId, was, names }))) throw new Refusal('not_found')
  const before = { was: sayNames(was), what: sayNames(names) }
  await noteAct(context, { act: 'person.renamed', personId, said: before })
}
