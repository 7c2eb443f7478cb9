import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../platform/database.ts'
import { readSettings, type Settings } from '../platform/settings.ts'
import type { Ground } from '../platform/transaction.ts'
import { externalPostgres } from '../postgres/postgres-external.ts'
import { socketFolderOf } from '../postgres/postgres-socket.ts'
import { keepingCommands } from '../commands/keeping-commands.ts'
import { type Command, type Facts, type Given, NotUnderstood } from '../commands/command.ts'
import { rosterCommands } from '../commands/roster-commands.ts'
import { sayLines } from '../commands/say-lines.ts'
import { troubleOf } from '../commands/say-trouble.ts'
import { type Known, lineOf, nearest, usageOf } from '../commands/say-usage.ts'

const commands: Known = { ...keepingCommands, ...rosterCommands }

/** `npm run cairn -- <command>`: what is done from a terminal rather than a screen. Exit code 0, 1 (no), 2 (not understood). */
async function main(typed: string[]): Promise<number> {
  const words = typed[0] === 'district' && typed[1] === 'create' ? ['add-district', ...typed.slice(2)] : typed
  const asksHelp =
    words.length === 0 || words[0] === 'help' || words.some((word) => /^(--help|-h)$/.test(word))
  const [name = '', ...rest] = asksHelp
    ? words.filter((word) => !/^(help|--help|-h|--json)$/.test(word))
    : words
  const json = typed.includes('--json')
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (asksHelp && name === '') return tell(json, usageOf(commands))
  if (known === undefined) return unknown(name, json)
  if (asksHelp) return tell(json, `${known.about}\n${lineOf(name, known)}`)
  return run(name, known, rest, json)
}

function tell(json: boolean, help: string): number {
  console.log(json ? JSON.stringify({ help }) : help)
  return 0
}

function unknown(name: string, json: boolean): number {
  const meant = nearest(name, Object.keys(commands))
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`
  complain(
    json,
    'not_understood',
    `Cairn does not know "${name}".${hint} "npm run cairn -- help" shows every command.`,
  )
  return 2
}

async function run(name: string, known: Command<unknown>, rest: string[], json: boolean): Promise<number> {
  const [roster, keeping] = [rosterCommands[name], keepingCommands[name]]
  let dataFolder = ''
  try {
    const given = read(name, known, rest)
    const settings = readSettings(process.env, [])
    dataFolder = settings.dataFolder
    const facts = roster
      ? await withGround(settings, (ground) => roster.run(ground, given))
      : await keeping?.run(settings, given)
    if (facts === undefined) return 1
    say(json, facts)
    return facts['stopped'] === true ? 1 : 0
  } catch (error) {
    const { code, sentence, understood } = troubleOf(error, dataFolder)
    complain(json, code, sentence)
    return understood ? 1 : 2
  }
}

function complain(json: boolean, code: string, sentence: string): void {
  if (json) console.log(JSON.stringify({ error: sentence, code }))
  else console.error(sentence)
}

function read(name: string, command: Command<unknown>, words: string[]): Given {
  const { needs, may, flags = [], takes } = command
  const options = Object.fromEntries([...needs, ...may].map((one) => [one, { type: 'string' as const }]))
  const said = Object.fromEntries(['json', ...flags].map((one) => [one, { type: 'boolean' as const }]))
  const notUnderstood = (why: string) => new NotUnderstood(`${why} It is: ${lineOf(name, command)}`)
  let parsed
  try {
    parsed = parseArgs({ args: words, options: { ...options, ...said }, allowPositionals: true })
  } catch (error) {
    // what follows the first sentence speaks of programs, not of this one
    throw notUnderstood(`${(error as Error).message.split(/[.\n]/)[0]}.`)
  }
  const typed = parsed.values as Record<string, string | undefined>
  const { positionals } = parsed
  if (takes === undefined && positionals.length > 0)
    throw notUnderstood(`"${positionals[0]}" is one word too many.`)
  if (takes !== undefined && positionals.length !== 1) throw notUnderstood(`Say one ${takes}.`)
  if (takes !== undefined) typed[takes] = positionals[0]
  const missing = needs.filter((one) => typed[one] === undefined)
  if (missing.length > 0) throw notUnderstood(`Missing: ${missing.map((one) => `--${one}`).join(', ')}.`)
  return typed
}

/** The database of the Cairn that runs here, or the one that DATABASE_URL names. */
async function withGround<T>(settings: Settings, work: (ground: Ground) => Promise<T>): Promise<T> {
  const connection = settings.databaseUrl
    ? (await externalPostgres(settings.databaseUrl)).appConnection
    : {
        host: socketFolderOf(join(settings.dataFolder, 'postgres')),
        port: 5432,
        user: 'cairn_app',
        database: 'cairn',
      }
  const database = openDatabase(connection, () => {})
  const queue = { tellIn: () => async () => {}, stop: async () => {} }
  try {
    // not everybody who may ask the database may read it, and few commands need it
    const kept = readFile(join(settings.dataFolder, 'secret'), 'utf8').catch(() => '')
    const secret = settings.secret ?? (await kept).trim()
    const { localAddresses } = settings
    return await work({ database, queue, secret, now: () => new Date(), log: sayLines, localAddresses })
  } finally {
    await database.destroy()
  }
}

function say(json: boolean, facts: Facts): void {
  const { lines, ...all } = facts
  if (json) return console.log(JSON.stringify(all))
  const { stopped: _, ...rest } = all
  if (Array.isArray(lines)) return console.log(lines.join('\n'))
  const rows = Array.isArray(facts['places']) ? (facts['places'] as Facts[]) : [rest]
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) console.log(`${name.padEnd(10)} ${String(value)}`)
    if (rows.length > 1) console.log('')
  }
  if ('password' in facts) console.log('\nThe password is shown this once.')
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
