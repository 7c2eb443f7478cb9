import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { readSettings, type Settings, StartRefusal } from '../platform/settings.ts'
import type { Ground } from '../platform/transaction.ts'
import { externalPostgres } from '../postgres/postgres-external.ts'
import { socketFolderFor } from '../postgres/postgres-socket.ts'
import { keepingCommands } from '../commands/keeping-commands.ts'
import type { Command, Facts } from '../commands/command.ts'
import { rosterCommands } from '../commands/roster-commands.ts'
import { sayLines } from '../commands/say-lines.ts'

/** `npm run cairn -- <command>`: what is done from a terminal rather than a screen. Exit code 0, 1 (no), 2 (not understood). */
async function main([first = '', ...others]: string[]): Promise<number> {
  const [command = '', ...rest] =
    first === 'district' && others[0] === 'create' ? ['add-district', ...others.slice(1)] : [first, ...others]
  if (command === 'health') return health()
  const [roster, keeping] = [rosterCommands[command], keepingCommands[command]]
  const known = roster ?? keeping
  if (known === undefined) return usage(command)
  const json = rest.includes('--json')
  try {
    const given = read(known, rest)
    const settings = readSettings(process.env, [])
    const facts = roster
      ? await withGround(settings, (ground) => roster.run(ground, given))
      : await keeping?.run(settings, given)
    if (facts === undefined) return 1
    say(json, facts)
    return facts['stopped'] === true ? 1 : 0
  } catch (error) {
    const sentence = sentenceOf(error)
    if (json) console.log(JSON.stringify({ error: sentence }))
    else console.error(sentence)
    return error instanceof NotUnderstood ? 2 : 1
  }
}

async function health(): Promise<number> {
  const { port, host } = readSettings(process.env, [])
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/healthz`
  const answer = await fetch(address).then(
    async (response) => ({ status: response.status, said: await response.json() }),
    () => ({ status: 0, said: { status: 'not running' } }),
  )
  console.log(JSON.stringify({ address, ...(answer.said as object) }))
  return answer.status === 200 ? 0 : 1
}

class NotUnderstood extends Error {}

function read({ needs, may, flags = [], takes }: Command<unknown>, words: string[]) {
  const names = [...needs, ...may]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const said = Object.fromEntries(['json', ...flags].map((name) => [name, { type: 'boolean' as const }]))
    const { values, positionals } = parseArgs({
      args: words,
      options: { ...options, ...said },
      allowPositionals: takes !== undefined,
    })
    const typed = values as Record<string, string | undefined>
    if (takes !== undefined && positionals.length !== 1) throw new Error(`Say one ${takes}.`)
    if (takes !== undefined) typed[takes] = positionals[0]
    const missing = needs.filter((name) => typed[name] === undefined)
    if (missing.length > 0) throw new Error(`Missing: ${missing.map((name) => `--${name}`).join(', ')}.`)
    return typed
  } catch (error) {
    throw new NotUnderstood((error as Error).message)
  }
}

/** The database of the Cairn that runs here, or the one that DATABASE_URL names. */
async function withGround<T>(settings: Settings, work: (ground: Ground) => Promise<T>): Promise<T> {
  const connection = settings.databaseUrl
    ? (await externalPostgres(settings.databaseUrl)).appConnection
    : {
        host: socketFolderFor(join(settings.dataFolder, 'postgres')),
        port: 5432,
        user: 'cairn_app',
        database: 'cairn',
      }
  const database = openDatabase(connection, () => {})
  const queue = { tellIn: () => async () => {}, stop: async () => {} }
  try {
    return await work({ database, queue, secret: '', now: () => new Date(), log: sayLines })
  } finally {
    await database.destroy()
  }
}

function say(json: boolean, facts: Facts): void {
  const { lines, ...rest } = facts
  if (json) return console.log(JSON.stringify(rest))
  if (Array.isArray(lines)) return console.log(lines.join('\n'))
  const rows = Array.isArray(facts['places']) ? (facts['places'] as Facts[]) : [facts]
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) console.log(`${name.padEnd(10)} ${String(value)}`)
    if (rows.length > 1) console.log('')
  }
  if ('password' in facts) console.log('\nThe password is shown this once.')
}

const refusals: Record<string, string> = {
  later_import: 'A later import stands on this one. Undo the later one first.',
  id_taken: 'Somebody signs in with that name already. Choose another --username.',
  not_found:
    'There is nothing of that name or id in this district. "npm run cairn -- list" shows what there is.',
}
const troubles: Record<string, string> = {
  ENOENT: 'Cairn is not running with this data folder. Start it first, with the same CAIRN_DATA.',
  ECONNREFUSED: 'Cairn is not running with this data folder. Start it first, with the same CAIRN_DATA.',
  '22P02': 'One of the ids is not an id. "npm run cairn -- list" shows them.',
  '22007': 'A day looks like 2026-09-08.',
  '22008': 'A day looks like 2026-09-08.',
  '23503': 'One of the ids names nothing in this district. "npm run cairn -- list" shows them.',
  '23514': 'The last day is before the first.',
}

function sentenceOf(error: unknown): string {
  if (error instanceof StartRefusal || error instanceof NotUnderstood) return error.message
  if (error instanceof Refusal)
    return refusals[error.code] ?? `Missing: ${String(error.values?.['fields'] ?? error.code)}.`
  return (
    troubles[String((error as { code?: unknown }).code)] ?? `It did not work: ${(error as Error).message}`
  )
}

function usage(command: string): number {
  const asked = ['', 'help', '--help'].includes(command)
  if (!asked) console.error(`Cairn does not know "${command}".\n`)
  console.log('npm run cairn -- <command> [--json]\n')
  console.log(`  ${'health'.padEnd(15)} asks the Cairn that runs here whether it is ready`)
  for (const [name, { about, needs, may, flags = [], takes }] of Object.entries({
    ...rosterCommands,
    ...keepingCommands,
  })) {
    const words = [
      ...(takes === undefined ? [] : [`<${takes}>`]),
      ...flags.map((one) => `[--${one}]`),
      ...needs.map((one) => `--${one} …`),
      ...may.map((one) => `[--${one} …]`),
    ].join(' ')
    console.log(`  ${name.padEnd(15)} ${about}${words === '' ? '' : `\n${' '.repeat(18)}${words}`}`)
  }
  return asked ? 0 : 2
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
