import pg from 'pg'
import type { PostgresConnection, RunningPostgres } from './embedded-postgres.ts'
import { StartRefusal } from '../platform/settings.ts'

const oldest = 15

/** A PostgreSQL that somebody else runs. Cairn logs in once and works as a role that cannot bypass the walls. */
export async function externalPostgres(databaseUrl: string): Promise<RunningPostgres> {
  const ownerConnection = { connectionString: databaseUrl }
  const appConnection = { connectionString: asApplication(databaseUrl) }
  await within(ownerConnection, databaseUrl, prepareRole)
  await within(appConnection, databaseUrl, checkRole)
  return { ownerConnection, appConnection, stop: async () => undefined }
}

/** The role is a startup option, so that RESET ROLE and a fresh connection both end in it. */
export function asApplication(databaseUrl: string): string {
  const role = encodeURIComponent('-c role=cairn_app')
  if (/[?&]options=/.test(databaseUrl)) {
    return databaseUrl.replace(/([?&]options=[^&#]*)/, `$1%20${role}`)
  }
  return `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}options=${role}`
}

async function within(
  connection: PostgresConnection,
  url: string,
  work: (client: pg.Client) => Promise<void>,
) {
  let client: pg.Client | undefined
  try {
    client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
    client.on('error', () => undefined)
    await client.connect()
    await work(client)
  } catch (error) {
    throw error instanceof StartRefusal ? error : new StartRefusal(sentenceFor(error, url), { cause: error })
  } finally {
    await client?.end().catch(() => undefined)
  }
}

async function prepareRole(client: pg.Client): Promise<void> {
  const version = await client.query<{ server_version_num: string }>('show server_version_num')
  const major = Math.floor(Number(version.rows[0]?.server_version_num) / 10_000)
  if (major < oldest) {
    throw new StartRefusal(
      `The database runs PostgreSQL ${major}; Cairn needs ${oldest} or newer. Upgrade it, or set DATABASE_URL to another one.`,
    )
  }
  const roles = 'select rolsuper or rolbypassrls as unsafe from pg_roles where rolname = $1'
  const found = await client.query<{ unsafe: boolean }>(roles, ['cairn_app'])
  if (found.rows[0]?.unsafe === true) {
    throw new StartRefusal(
      'The role cairn_app may bypass row-level security. Take that away: ALTER ROLE cairn_app NOSUPERUSER NOBYPASSRLS.',
    )
  }
  if (found.rows.length === 0) await createRole(client)
  await joinRole(client, major)
}

async function createRole(client: pg.Client): Promise<void> {
  try {
    await client.query('create role cairn_app nologin nosuperuser nobypassrls nocreatedb nocreaterole')
  } catch (error) {
    // Another Cairn that starts at the same moment has made it.
    if (!['42710', '23505'].includes(codeOf(error))) throw error
  }
}

async function joinRole(client: pg.Client, major: number): Promise<void> {
  const ability = major >= 16 ? 'SET' : 'MEMBER'
  const found = await client.query<{ may: boolean }>(
    "select pg_has_role(current_user, 'cairn_app', $1) as may",
    [ability],
  )
  if (found.rows[0]?.may !== true) await client.query('grant cairn_app to current_user')
}

async function checkRole(client: pg.Client): Promise<void> {
  const found = await client.query<{ role: string }>('select current_user as role')
  if (found.rows[0]?.role === 'cairn_app') return
  throw new StartRefusal(
    'The connection does not let Cairn work as the role cairn_app. If DATABASE_URL leads to a pooler, use the direct address.',
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Never with the password, because sentences end up in logs and on screens. */
function sentenceFor(error: unknown, url: string): string {
  const where = placeOf(url)
  const code = codeOf(error)
  if (code === '28P01' || code === '28000') {
    return `The database at ${where} refuses the user or the password in DATABASE_URL. Correct them and start again.`
  }
  if (code === '3D000')
    return `The database in DATABASE_URL does not exist at ${where}. Create it: CREATE DATABASE cairn.`
  if (code === '42501') {
    return (
      'The user in DATABASE_URL may not make the role that Cairn works as. Ask who runs the database for ' +
      `CREATE ROLE cairn_app NOLOGIN; (where there is none yet) and GRANT cairn_app TO ${userOf(url)};`
    )
  }
  if (code === '57P03')
    return `The database at ${where} is still starting. Wait a moment and start Cairn again.`
  if (code === '53300')
    return `The database at ${where} has no connection left. Cairn keeps up to 15 and a command a few more: allow as many, and start again.`
  if (untrusted.test(code))
    return `The database at ${where} shows a certificate that this machine does not trust (${code}). Name who signed it: ?sslmode=verify-full&sslrootcert=/path/to/ca.pem at the end of DATABASE_URL.`
  const reason = error instanceof Error && error.message !== '' ? error.message : code
  return `Cairn cannot reach the database at ${where} (${reason}). Start it, or correct DATABASE_URL.`
}

/** Node's codes for certificates. */
const untrusted = /SELF_SIGNED|^UNABLE_TO_|^CERT_|ALTNAME_INVALID/

function userOf(url: string): string {
  const name = URL.canParse(url) ? decodeURIComponent(new URL(url).username) : ''
  return name === '' ? 'that user' : pg.escapeIdentifier(name)
}

function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the address in DATABASE_URL'
  const { host, searchParams } = new URL(url)
  return host || (searchParams.get('host') ?? 'the local socket')
}
