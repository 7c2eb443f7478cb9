import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import { addCommunications, keepPlan, mayPlan, readYearsToPlan } from './plan-store.ts'
import { offeredPlans, planYear } from './plan-pack.ts'

/** Takes over what policy asks of a year; a year that has its communications keeps them. */
export async function adoptPlan(context: Context, input: { pack: string }): Promise<void> {
  demand(await mayPlan(context))
  const offered = offeredPlans.find(({ pack }) => pack === input.pack)
  if (!offered) throw new Refusal('not_found')
  await keepPlan(context, offered)
  await noteAct(context, { act: 'plan.adopted', said: { what: offered.pack } })
  const { years } = await readYearsToPlan(context.db)
  const place = { districtId: context.viewer.districtId, now: context.now }
  for (const year of years) await addCommunications(context.db, place, planYear(input.pack, year))
}
