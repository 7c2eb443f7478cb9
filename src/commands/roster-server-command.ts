import { readFile } from 'node:fs/promises'
import { serverVersions } from '../feeds/feed.ts'
import { keepServerOf } from '../feeds/keep-feeds.ts'
import { bringWhole, serverOf } from '../interop/roster-servers/request-roster.ts'
import { Unreadable } from '../interop/rosters/unreadable.ts'
import { newId } from '../platform/new-id.ts'
import { InvalidInput } from '../platform/refusal.ts'
import { StartRefusal } from '../platform/settings.ts'
import type { Ground } from '../platform/transaction.ts'
import { type Facts, type Given, NotUnderstood, want, within } from './command.ts'
import { sentenceOf, tellImported } from './import-command.ts'

/** The secret stands in a file, because what is typed is seen by whoever looks at what this machine does. */
export async function keepRosterServer(ground: Ground, given: Given, districtId: string): Promise<Facts> {
  const version = serverVersions.find((one) => one === (given['oneroster'] ?? '1.2'))
  if (version === undefined) throw new NotUnderstood('--oneroster is 1.1 or 1.2.')
  const path = want(given, 'secret-file')
  const clientSecret = (
    await readFile(path, 'utf8').catch(() => {
      throw new StartRefusal(`There is no file ${path} that can be read.`)
    })
  ).trim()
  const server = {
    id: newId(),
    address: want(given, 'address'),
    tokenAddress: given['token-address'] ?? '',
    version,
    signing: 'signed' in given ? ('oauth1' as const) : ('oauth2' as const),
    clientId: want(given, 'client-id'),
    clientSecret,
  }
  demandSecret(ground)
  await within(ground, districtId, ({ db, now }) =>
    keepServerOf(ground, { db, now, districtId, personId: null }, server),
  ).catch((error: unknown) => {
    if (!(error instanceof InvalidInput)) throw error
    throw new NotUnderstood(
      '--address, and --token-address unless --signed is said, begin with https:// and hold no password.',
    )
  })
  return { server: server.id }
}

/** Everything it has, now: as a file that was brought. */
export async function askRosterServer(ground: Ground, given: Given, districtId: string): Promise<Facts> {
  demandSecret(ground)
  const server = await serverOf(ground, districtId)
  if (!server) throw new StartRefusal('There is no roster server yet. Name one with: roster-server')
  const [dryRun, acceptAnomalies] = ['dry-run' in given, 'accept-anomalies' in given]
  const done = await bringWhole(ground, server, { districtId, dryRun, acceptAnomalies }).catch(
    (error: unknown) => {
      throw error instanceof Unreadable ? new StartRefusal(sentenceOf(error)) : error
    },
  )
  return tellImported(done, dryRun)
}

function demandSecret({ secret }: Ground): void {
  if (secret === '')
    throw new StartRefusal(
      'The secret of this Cairn cannot be read. Run this as the user who runs Cairn, with the same settings.',
    )
}
