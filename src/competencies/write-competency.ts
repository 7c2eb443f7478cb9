import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import type { WriteCompetency } from './contract.ts'
import {
  findCompetency,
  insertCompetency,
  type KeptCompetency,
  placeCompetency,
  replaceCompetency,
  standsBelow,
} from './own-store.ts'
import { findFramework, mayKeepFrameworks } from './store.ts'

/** Only a district's own framework is written here; what came from elsewhere changes by bringing an edition. */
export async function writeCompetency(
  context: Context,
  input: InputOf<typeof WriteCompetency>,
): Promise<void> {
  demand(await mayKeepFrameworks(context))
  const framework = await findFramework(context, { id: input.frameworkId })
  if (!framework) throw new Refusal('not_found')
  if (framework.origin !== 'own') throw new Refusal('not_allowed')
  const kept = await findCompetency(context, input.id)
  if (kept && kept.frameworkId !== input.frameworkId) throw new Refusal('id_taken')
  if (kept && isSame(kept, input)) return
  if (kept ? kept.revision !== input.revision - 1 : input.revision !== 1)
    throw new Refusal('changed_elsewhere')
  await demandParent(context, input)
  if (kept) await replaceCompetency(context, input)
  else if (!(await insertCompetency(context, input))) throw new Refusal('id_taken')
  await placeCompetency(context, input)
  await noteAct(context, { act: 'competency.written', said: { what: input.statement.slice(0, 120) } })
}

async function demandParent(context: Context, input: InputOf<typeof WriteCompetency>): Promise<void> {
  if (input.parentId === undefined) return
  const parent = await findCompetency(context, input.parentId)
  if (parent?.frameworkId !== input.frameworkId) throw new Refusal('not_found')
  if (await standsBelow(context, input.id, input.parentId)) throw new InvalidInput({ parentId: 'circle' })
}

function isSame(kept: KeptCompetency, sent: InputOf<typeof WriteCompetency>): boolean {
  return (
    kept.revision === sent.revision &&
    kept.statement === sent.statement &&
    kept.short === sent.short &&
    kept.notes === sent.notes &&
    kept.code === sent.code &&
    kept.french === sent.french &&
    kept.parentId === (sent.parentId ?? null)
  )
}
