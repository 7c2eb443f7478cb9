import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { sealSecret } from '../platform/sealed-secret.ts'
import { asViewer } from '../platform/transaction.ts'
import { mayKeepRosters } from '../rosters/import-store.ts'
import type { KeepRosterColumns, KeepRosterServer } from './contract.ts'
import { closeServers, insertColumns, insertServer, readFeeds, wasKept } from './store.ts'

export async function showFeeds(context: Context) {
  demand(await mayKeepRosters(context))
  return readFeeds(context)
}

export async function keepColumns(context: Context, input: InputOf<typeof KeepRosterColumns>): Promise<void> {
  demand(await mayKeepRosters(context))
  if (!(await insertColumns(context, input))) throw new Refusal('id_taken')
}

/** Where the secret of a server is sealed for. */
export const placeOfServer = (id: string): string => `roster server ${id}`

/** Without TLS only where the machine may ask its own network; the address itself is looked at when it is asked. */
export async function keepServer(
  { ground, asker }: Doorstep,
  input: InputOf<typeof KeepRosterServer>,
): Promise<void> {
  if (asker === undefined) throw new Refusal('not_signed_in')
  const { id, clientSecret, ...server } = input
  await asViewer(ground, asker, async (context) => {
    demand(await mayKeepRosters(context))
    for (const field of ['address', 'tokenAddress'] as const) {
      const { protocol = '', username = '', hash = '' } = URL.parse(server[field]) ?? {}
      const isFine = protocol === 'https:' || (protocol === 'http:' && ground.localAddresses === true)
      if (!isFine || username !== '' || hash !== '') throw new InvalidInput({ [field]: 'custom' })
    }
    const sealed = sealSecret(ground.secret, placeOfServer(id), clientSecret)
    const isNew = await insertServer(context, { id, ...server, clientSecret: sealed })
    if (!isNew && !(await wasKept(context, id))) throw new Refusal('id_taken')
    if (isNew) await closeServers(context, id)
  })
}

export async function closeServer(context: Context): Promise<void> {
  demand(await mayKeepRosters(context))
  await closeServers(context)
}
