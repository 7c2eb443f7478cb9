import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { AddGuardianship } from './contract.ts'
import { mayKeepRegister } from './store.ts'
import { findGuardianship, insertGuardianshipByHand, lockPeople, pairStands } from './ties-store.ts'

/** The tie that opens a child’s work to an adult: to a learner only, from an adult only, once. */
export async function addGuardianship(
  context: Context,
  input: InputOf<typeof AddGuardianship>,
): Promise<void> {
  demand(await mayKeepRegister(context))
  const said = { ...input, relationship: input.relationship.trim() }
  const { learnerId, guardianId } = said
  if (learnerId === guardianId) throw new InvalidInput({ guardianId: 'the learner' })
  await lockPeople(context, [learnerId, guardianId])
  const stands = await pairStands(context, said)
  if (stands?.here !== 2) throw new Refusal('not_found')
  const kept = await findGuardianship(context, said.id)
  if (kept) {
    if (kept.learnerId !== learnerId || kept.guardianId !== guardianId) throw new Refusal('id_taken')
    return
  }
  if (!stands.isLearner) throw new Refusal('not_their_place')
  if (stands.guardsToo) throw new Refusal('not_their_place')
  // nobody opens a child’s work to themselves: somebody else of the office does, and the logbook says so
  if (guardianId === context.viewer.personId) throw new Refusal('not_allowed')
  if (stands.isOpen) throw new Refusal('there_already')
  if (!(await insertGuardianshipByHand(context, said))) throw new Refusal('id_taken')
  await noteGuardianship(context, 'guardianship.added', said)
}

type Tie = { learnerId: string; guardianId: string; relationship: string }

/** Both people of a tie find it in the logbook: a line each. */
export async function noteGuardianship(
  context: Context,
  act: 'guardianship.added' | 'guardianship.corrected' | 'guardianship.ended' | 'guardianship.mistaken',
  { learnerId, guardianId, relationship, was }: Tie & { was?: string },
): Promise<void> {
  for (const personId of [learnerId, guardianId])
    await noteAct(context, {
      act,
      personId,
      said: {
        what: relationship,
        otherId: personId === learnerId ? guardianId : learnerId,
        ...(was !== undefined && { before: 'yes', was }),
      },
    })
}
