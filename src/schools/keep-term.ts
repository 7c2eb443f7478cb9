import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { leadsHere, putTerm, termCalled } from './class-store.ts'
import type { KeepTerm } from './contract.ts'

export async function keepTerm(context: Context, input: InputOf<typeof KeepTerm>): Promise<void> {
  if (!(await leadsHere(context, input.schoolId))) throw new Refusal('not_found')
  const said = { ...input, name: input.name.trim() }
  if (said.name === '') throw new InvalidInput({ name: 'required' })
  if (said.closesOn < said.opensOn) throw new Refusal('days_do_not_fit')
  const kept = await termCalled(context, input.id)
  if (!(await putTerm(context, said))) throw new Refusal('not_found')
  const { schoolId, name, opensOn, closesOn } = said
  if (kept?.name === name && kept.opensOn === opensOn && kept.closesOn === closesOn) return
  const before = kept && { before: 'yes', was: kept.name, wasFrom: kept.opensOn, wasUntil: kept.closesOn }
  const days = { what: name, from: opensOn, until: closesOn }
  await noteAct(context, { act: 'term.kept', schoolId, said: { ...days, ...before } })
}
