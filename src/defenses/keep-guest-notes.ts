import { newId } from '../platform/new-id.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { longestNote, mostGuestNotes, noteSides } from './defense.ts'
import {
  countGuestNotes,
  type GuestNote,
  insertGuestNote,
  lookBehindPass,
  type Panel,
  retractGuestNote,
} from './door-store.ts'
import { lockAttempt } from './word-store.ts'

/** A place to write in: what was shown of one criterion or what is next of it, or of the whole. */
export type Box = { name: string; criterionId: string | null; side: GuestNote['side'] }

/** Those of criteria taken out meanwhile too: a form made before still brings what was typed into it. */
export const boxesOf = ({ criteria, gone }: Pick<Panel, 'criteria' | 'gone'>): Box[] =>
  [...criteria.map(({ id }) => id), ...gone.map(({ id }) => id), null].flatMap((criterionId) =>
    noteSides.map((side) => ({ name: `${criterionId ?? 'all'}.${side}`, criterionId, side })),
  )

const boxName = /^(?:was\.)?(?:all|[0-9a-f-]{36})\.(?:shown|next)$/

/** What of a form are notes: by the names of their boxes, with what was typed. */
export const notesTyped = (body: unknown): [name: string, words: string][] =>
  Object.keys(body ?? {})
    .filter((name) => boxName.test(name))
    .map((name) => [name, typedIn(body, name) ?? ''])

export const hasNotes = (body: unknown): boolean => notesTyped(body).length > 0

/** What stands in a box now: several, where two of the guest's own forms were sent. */
export const notesIn = (panel: Pick<Panel, 'notes'>, { criterionId, side }: Box): GuestNote[] =>
  panel.notes.filter((note) => note.criterionId === criterionId && note.side === side)

export const wordsIn = (panel: Pick<Panel, 'notes'>, box: Box): string =>
  notesIn(panel, box)
    .map(({ words }) => words)
    .join('\n\n')

/** A browser counts a line's end once and sends it as two signs. */
export const typedIn = (body: unknown, name: string): string | undefined => {
  const found = (body as Record<string, unknown> | undefined)?.[name]
  if (typeof found !== 'string') return undefined
  return found.replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim().toWellFormed()
}

/**
 * Keeps what a guest typed: each box that says something else than when the form was made. Another wording takes the
 * earlier one back, which stays kept; a form that was open elsewhere meanwhile writes over nothing it did not change.
 */
export function keepGuestNotes(
  ground: Ground,
  { districtId, passId, body }: { districtId: string; passId: string; body: unknown },
): Promise<'kept' | 'over' | 'said' | 'full' | 'long'> {
  return asTheSystem(ground, { reason: 'keep a panel guest’s notes', districtId }, async ({ db, now }) => {
    const before = await lookBehindPass(db, passId)
    if (before) await lockAttempt({ db }, before.attemptId)
    const panel = await lookBehindPass(db, passId)
    if (panel?.state !== 'open') return panel?.state ?? 'over'
    const changed = boxesOf(panel).flatMap((box) => {
      const words = typedIn(body, box.name)
      const isChanged = words !== undefined && words !== (typedIn(body, `was.${box.name}`) ?? '')
      return isChanged && words !== wordsIn(panel, box) ? [{ box, words }] : []
    })
    if (changed.some(({ words }) => words.length > longestNote)) return 'long'
    if ((await countGuestNotes(db, panel)) + changed.length > mostGuestNotes) return 'full'
    for (const { box, words } of changed) {
      const writing = { panel, districtId, now }
      for (const { id } of notesIn(panel, box)) await retractGuestNote(db, writing, id)
      if (words) await insertGuestNote(db, writing, { ...box, id: newId(), words })
    }
    return 'kept'
  })
}
