import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import type { SetWindow } from './contract.ts'
import { insertWindow, isPlanned, isSameWindow, mayPlan } from './plan-store.ts'

/** The newest setting holds; the ones before stay, so that a year can be read as it was. */
export async function setWindow(context: Context, input: InputOf<typeof SetWindow>): Promise<void> {
  demand(await mayPlan(context))
  if (!(await isPlanned(context, input.communicationId, input.schoolId))) throw new Refusal('not_found')
  const { days, schoolId } = input
  if (!days && !schoolId) throw new InvalidInput({ days: 'missing' })
  if (days && days.closesOn < days.opensOn) throw new InvalidInput({ days: 'before it opens' })
  if (await insertWindow(context, input)) {
    const said = { from: days?.opensOn ?? '', until: days?.closesOn ?? '' }
    return noteAct(context, { act: 'window.set', schoolId, said })
  }
  const same = await isSameWindow(context, input)
  if (same === undefined) throw new Refusal('not_found')
  if (!same) throw new Refusal('id_taken')
}
