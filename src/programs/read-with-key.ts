import type { Endpoint, InputOf, OutputOf } from '../platform/contract.ts'
import type { JsonText, Transaction } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Doorstep, openRoute, type Route } from '../platform/route.ts'
import { hashOfToken } from '../platform/session-token.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { keyIn } from './program.ts'
import { noteUse, openKey } from './store.ts'

type Answer<E extends Endpoint> = OutputOf<E> | JsonText<OutputOf<E>>

/** An endpoint for programs: behind the wall of the key's district, and only what the key may read. */
export const programRoute = <E extends Endpoint & { program: string }>(
  endpoint: E,
  read: (db: Transaction, input: InputOf<E>) => Promise<Answer<E>>,
): Route => openRoute(endpoint, (doorstep, input) => readWithKey(doorstep, endpoint, (db) => read(db, input)))

async function readWithKey<T>(
  { ground, authorization, setProgram }: Doorstep,
  endpoint: { name: string; program: string },
  read: (db: Transaction) => Promise<T>,
): Promise<T> {
  const said = keyIn(authorization)
  const key = said && (await openKey(ground.database, hashOfToken(said), ground.now()))
  if (!key) throw new Refusal('key_refused')
  setProgram(key.id)
  if (!key.reads.some((one) => one === endpoint.program)) throw new Refusal('not_allowed')
  const why = { reason: `a program asks ${endpoint.name}`, districtId: key.districtId }
  return asTheSystem(ground, why, async ({ db, now }) => {
    await noteUse(db, key, now)
    return read(db)
  })
}
