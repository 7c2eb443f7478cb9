import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { sealSecret } from '../platform/sealed-secret.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { mayKeepRosters } from '../rosters/import-store.ts'
import type { KeepRosterColumns, KeepRosterServer } from './contract.ts'
import { closeServers, insertColumns, insertServer, type Keeper, readFeeds, wasKept } from './store.ts'

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

type Server = InputOf<typeof KeepRosterServer>

export async function keepServer({ ground, asker }: Doorstep, input: Server): Promise<void> {
  if (asker === undefined) throw new Refusal('not_signed_in')
  await asViewer(ground, asker, async (context) => {
    demand(await mayKeepRosters(context))
    const { db, now, viewer } = context
    const keeper = { db, now, districtId: viewer.districtId, personId: viewer.personId }
    const isNew = await keepServerOf(ground, keeper, input)
    if (!isNew && !(await wasKept(context, input.id))) throw new Refusal('id_taken')
  })
}

/** In place of the one before; false when it is kept already. */
export async function keepServerOf(
  ground: Pick<Ground, 'secret' | 'localAddresses'>,
  keeper: Keeper,
  { clientSecret, ...server }: Server,
): Promise<boolean> {
  demandAddress('address', server.address, ground)
  if (server.signing === 'oauth2') demandAddress('tokenAddress', server.tokenAddress, ground)
  const sealed = sealSecret(ground.secret, placeOfServer(server.id), clientSecret)
  const tokenAddress = server.signing === 'oauth2' ? server.tokenAddress : ''
  const isNew = await insertServer(keeper, { ...server, tokenAddress, clientSecret: sealed })
  if (isNew) await closeServers(keeper, server.id)
  return isNew
}

/** Without TLS only where the machine may ask its own network; the address itself is looked at when it is asked. */
function demandAddress(
  field: string,
  address: string,
  { localAddresses }: Pick<Ground, 'localAddresses'>,
): void {
  const { protocol = '', username = '', hash = '' } = URL.parse(address) ?? {}
  const isFine = protocol === 'https:' || (protocol === 'http:' && localAddresses === true)
  if (!isFine || username !== '' || hash !== '') throw new InvalidInput({ [field]: 'custom' })
}

export async function closeServer(context: Context): Promise<void> {
  demand(await mayKeepRosters(context))
  await closeServers(context)
}
