import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import type { LoadProfiles } from './contract.ts'
import { replaceProfiles } from './own-store.ts'
import { findFramework, mayKeepFrameworks } from './store.ts'

/**
 * The official BC profiles are under Crown copyright, so Cairn ships none: a district that may use them loads
 * them here and says where they are from.
 */
export async function loadProfiles(context: Context, input: InputOf<typeof LoadProfiles>): Promise<void> {
  demand(await mayKeepFrameworks(context))
  const framework = await findFramework(context, { id: input.id })
  if (!framework) throw new Refusal('not_found')
  const places = input.profiles.map(({ competencyId, number }) => `${competencyId} ${number}`)
  if (new Set(places).size < places.length) throw new InvalidInput({ profiles: 'twice' })
  if (!(await replaceProfiles(context, input))) throw new Refusal('not_found')
  await noteAct(context, { act: 'profiles.loaded', said: { what: framework.title } })
}
