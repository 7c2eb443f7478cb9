import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { beginProgress, forgetProgress, type NoteHowFar, readProgress, writeHowFar } from './apply-store.ts'
import { type Doer, mayKeepRosters, readImport, readImports } from './import-store.ts'

export async function listRosterImports(context: Context) {
  demand(await mayKeepRosters(context))
  return readImports(context)
}

export async function showRosterImport(context: Context, id: string) {
  demand(await mayKeepRosters(context))
  return readImport(context, id)
}

export async function showRosterProgress(context: Context) {
  demand(await mayKeepRosters(context))
  return readProgress(context)
}

const writesEvery = 3_000

/**
 * While a roster is applied, under the lock of the district's imports, how far it has come is written beside its own
 * transaction. It is gone in the same moment in which the roster is in; what broke off leaves it behind.
 */
export async function whileFollowed<T>(
  ground: Ground,
  doer: Doer,
  roster: { id: string; name: string },
  work: (note: NoteHowFar) => Promise<T>,
): Promise<T> {
  const beside = (write: (context: SystemContext) => Promise<unknown>) =>
    asTheSystem(ground, { reason: 'say how far a roster is', districtId: doer.districtId }, write).catch(
      ({ name }: Error) => ground.log.error({ kind: name }, 'how far a roster is could not be written'),
    )
  let [far, written] = [0, 0]
  let writing = beside(({ db, now }) => beginProgress(db, { ...roster, districtId: doer.districtId, now }))
  const writes = setInterval(() => {
    if (far === written) return
    written = far
    writing = writing.then(() => beside(({ db }) => writeHowFar(db, roster.id, written)))
  }, writesEvery)
  try {
    const done = await work((share) => {
      far = Math.floor(share * 100)
    })
    clearInterval(writes)
    await writing
    await forgetProgress(doer.db, roster.id)
    return done
  } catch (error) {
    // what was refused did not break off
    if (error instanceof Refusal) await writing.then(() => beside(({ db }) => forgetProgress(db, roster.id)))
    throw error
  } finally {
    clearInterval(writes)
  }
}
