import { demand } from '../../access/may.ts'
import type { Context } from '../../platform/context.ts'
import type { InputOf } from '../../platform/contract.ts'
import { InvalidInput, Refusal } from '../../platform/refusal.ts'
import type { Doorstep } from '../../platform/route.ts'
import { asViewer } from '../../platform/transaction.ts'
import { tellNow } from '../../rosters/apply-roster.ts'
import { doerOf, findImport, insertImport, keepDraft, mayKeepRosters } from '../../rosters/import-store.ts'
import { type Roster, sourceOf } from '../../rosters/roster.ts'
import { type Piece, sealDraft } from '../../rosters/seal-draft.ts'
import type { BringRoster } from './contract.ts'
import { noteOldFile, readHere } from './import-brought.ts'
import { readRoster } from './read-roster.ts'
import { broughtBytes, digestOf } from './roster-bundle.ts'
import { Unreadable } from './unreadable.ts'

/** Reads a roster between two transactions and keeps what it would do, for someone to look at. */
export async function bringRoster(
  { ground, asker }: Doorstep,
  input: InputOf<typeof BringRoster>,
): Promise<void> {
  if (asker === undefined) throw new Refusal('not_signed_in')
  const inside = <T>(work: (context: Context) => Promise<T>) => asViewer(ground, asker, work)
  const here = await inside(async (context) => {
    demand(await mayKeepRosters(context))
    return readHere(context.db)
  })
  const brought = broughtBytes(input.name, Buffer.from(input.file, 'base64'))
  const roster = await readRoster(brought, input.format, here).catch(sayUnreadable)
  const digest = await digestOf(brought)
  const sealed = sealDraft(ground.secret, input.id, roster)
  await inside((context) => keepBrought(context, { id: input.id, name: input.name, digest, roster, sealed }))
}

type Kept = { id: string; name: string; digest: string; roster: Roster; sealed: Iterable<Piece> }

export async function keepBrought(
  context: Context,
  { id, name, digest, roster, sealed }: Kept,
): Promise<void> {
  demand(await mayKeepRosters(context))
  const doer = doerOf(context)
  const source = sourceOf(roster.format)
  await noteOldFile(doer, { roster, name, digest })
  const story = await tellNow(doer, source, roster)
  const isNew = await insertImport(doer, { id, source, name, digest, format: roster.format, story })
  if (isNew) return keepDraft(doer, id, sealed)
  if ((await findImport(context.db, id))?.digest !== digest) throw new Refusal('id_taken')
}

export function sayUnreadable(error: unknown): never {
  if (error instanceof Unreadable)
    throw new InvalidInput({ file: `${error.reason} ${error.row} ${error.file}|${error.columns}` })
  throw error
}
