import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { plainTextOf } from '../writing/rich-text.ts'
import type { AddIteration } from './contract.ts'

export type NewParts = InputOf<typeof AddIteration>['parts']

export async function insertRevision(
  { db, viewer, now }: Omit<Context, 'tell' | 'made'>,
  revision: { iterationId: string; revision: number; whatChanged: string; parts: NewParts },
): Promise<void> {
  const ids = {
    iteration_id: revision.iterationId,
    district_id: viewer.districtId,
    revision: revision.revision,
  }
  await db
    .insertInto('iteration_revision')
    .values({ ...ids, what_changed: revision.whatChanged, written_by: viewer.personId, written_at: now })
    .execute()
  await db
    .insertInto('part')
    .values(
      revision.parts.map((part, position) => {
        const columns = columnsOf(part)
        const rich = columns.rich && JSON.stringify(columns.rich)
        return { ...ids, position, ...columns, rich }
      }),
    )
    .execute()
}

function columnsOf(part: NewParts[number]) {
  const empty = { body: null, rich: null, url: null, media_id: null, caption: '', alt: '' }
  if (part.kind === 'text') {
    const { text, rich } = part
    return { ...empty, kind: 'text', body: rich ? plainTextOf(rich) : text, rich: rich ?? null }
  }
  if (part.kind === 'link') return { ...empty, kind: 'link', url: part.url, caption: part.caption }
  return { ...empty, kind: 'media', media_id: part.mediaId, caption: part.caption, alt: part.alt }
}

/** Moves the iteration on to its new revision, if it still stands where the writer saw it. */
export async function advanceRevision({ db }: Context, iterationId: string, to: number): Promise<boolean> {
  const result = await db
    .updateTable('iteration')
    .set({ revision: to })
    .where('id', '=', iterationId)
    .where('revision', '=', to - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether a revision that is there already is the one being sent again. */
export async function isSameRevision(
  { db, viewer }: Context,
  sent: { iterationId: string; revision: number; whatChanged: string; parts: NewParts },
): Promise<boolean> {
  const kept = await db
    .selectFrom('part')
    .innerJoin('iteration_revision', (join) =>
      join
        .onRef('iteration_revision.iteration_id', '=', 'part.iteration_id')
        .onRef('iteration_revision.revision', '=', 'part.revision'),
    )
    .select(['kind', 'body', 'rich', 'url', 'media_id', 'caption', 'alt', 'what_changed'])
    .where('part.iteration_id', '=', sent.iterationId)
    .where('part.revision', '=', sent.revision)
    .where('written_by', '=', viewer.personId)
    .orderBy('position')
    .execute()
  const wanted = sent.parts.map((part) => ({ ...columnsOf(part), what_changed: sent.whatChanged }))
  return isDeepStrictEqual(
    kept.map((row) => ({ ...row })),
    wanted,
  )
}
