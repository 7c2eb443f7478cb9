import { demand } from '../access/may.ts'
import { closeMeeting } from '../conferences/closing-store.ts'
import { insertWord, isOwnUpload, isSameWord } from '../conferences/meeting-keeping-store.ts'
import { conferenceFor } from '../conferences/meeting-store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { AnswerWalkthrough } from './contract.ts'
import { shownIn, usualName, walkthroughFor } from './store.ts'

/** A guardian's own words or voice. The first of them closes the meeting: it was held, in their own time. */
export async function answerWalkthrough(
  context: Context,
  input: InputOf<typeof AnswerWalkthrough>,
): Promise<void> {
  const { conferenceId: id, mediaId } = input
  demand(await walkthroughFor(context, id, 'answer'))
  demand(await conferenceFor(context, id, 'write'))
  const shown = await shownIn(context, id)
  if (!shown || !(await isOwnUpload(context, mediaId))) throw new Refusal('not_found')
  if (input.words.trim() === '' && mediaId === undefined) throw new InvalidInput({ words: 'empty' })
  const name = await usualName(context)
  const said = { ...input, role: 'guardian' as const, name }
  if (!(await insertWord(context, { ...said, saidBy: context.viewer.personId }))) {
    const same = await isSameWord(context, said)
    if (same === undefined) throw new Refusal('not_found')
    if (!same) throw new Refusal('id_taken')
  }
  await closeMeeting(context, { id, ...shown })
}
