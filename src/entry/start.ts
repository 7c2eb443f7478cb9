import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoPassword } from '../demo/cast-rows.ts'
import { openSenders } from '../mail/open-senders.ts'
import { findFilms } from '../films/find-films.ts'
import { fillDemo, writeDemoAccounts } from '../demo/fill-demo.ts'
import { startPostgres } from '../postgres/embedded-postgres.ts'
import { sql } from '../platform/database.ts'
import { prepareJobs } from '../platform/jobs.ts'
import { migrate } from '../postgres/migrate.ts'
import { takeFolder } from '../postgres/postgres-lock.ts'
import { removeDatabase } from '../postgres/postgres-orphan.ts'
import { externalPostgres } from '../postgres/postgres-external.ts'
import { demandNoRestore, diskFull, prepareDataFolder, saysDiskFull } from '../postgres/data-folder.ts'
import { readSettings, type Settings, StartRefusal } from '../platform/settings.ts'
import { buildWebIfNeeded } from './build-web.ts'
import { fallNightly } from './night.ts'
import { openProgram, type Program } from './program.ts'
import { demandRosterFolder, watchRosterFolder } from './roster-folder.ts'
import { noDistrict } from '../commands/command.ts'
import { sayLines } from '../commands/say-lines.ts'

/** Everything on one machine: the database, the server and the worker in one start and one stop. */
async function start(settings: Settings): Promise<void> {
  const say = (sentence: string) => console.log(sentence)
  const senders = openSenders(process.env)
  demandNoRestore(settings.dataFolder)
  const secret = await prepareDataFolder(settings)
  await demandFreePort(settings)
  if (settings.rosterFolder !== undefined) await demandRosterFolder(settings.rosterFolder)
  await buildWebIfNeeded(say)
  await removeHalfDemo(settings, say)
  say(settings.databaseUrl ? 'Opening the database …' : 'Starting the built-in database …')
  const postgres = settings.databaseUrl
    ? await externalPostgres(settings.databaseUrl)
    : await startPostgres({ folder: join(settings.dataFolder, 'postgres'), log: say })
  const stopping: (() => Promise<unknown>)[] = [() => postgres.stop()]
  stopOnSignals(stopping, say)
  try {
    await migrate(postgres.ownerConnection, { folder: migrations, log: say })
    await prepareJobs(postgres.ownerConnection)
    const demoFile = settings.demo ? join(settings.dataFolder, 'demo-accounts.json') : undefined
    const films = findFilms(settings.ffmpeg)
    say(films ? `Films are prepared by ${films.about}.` : noFilms)
    if (!senders.mail) say('No mail leaves from here. Set SMTP_URL and MAIL_FROM to send it.')
    const program = await openProgram({
      connection: postgres.appConnection,
      mediaFolder: join(settings.dataFolder, 'media'),
      secret,
      now: () => new Date(),
      log: sayLines,
      works: true,
      localAddresses: settings.localAddresses,
      films,
      senders,
      largestFile: settings.largestFile,
      origin: settings.origin,
      proxies: settings.proxies,
      demoFile,
    })
    stopping.unshift(() => program.close())
    await fillIfEmpty(program, settings, say)
    const nights = fallNightly(program.ground)
    stopping.unshift(async () => clearInterval(nights))
    if (settings.rosterFolder !== undefined) {
      const rosters = watchRosterFolder(program.ground, settings.rosterFolder)
      stopping.unshift(async () => clearInterval(rosters))
      say(
        `Rosters are read from ${settings.rosterFolder}; with several districts, from folders in it named by their ids.`,
      )
    }
    await program.app.listen({ port: settings.port, host: settings.host })
    welcome(settings, demoFile, say)
  } catch (error) {
    for (const stop of stopping) await stop()
    throw error
  }
}

const noFilms =
  'There is no FFmpeg on this machine: films and sounds are cleaned and kept as they came, and play where the browser can. Install ffmpeg, or set CAIRN_FFMPEG to it, to have them play everywhere.'

const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url))

/** Asked before anything slow begins, so that the answer comes at once. */
function demandFreePort(settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartRefusal(portSentence(error.code, settings))),
    )
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()))
  })
}

const portSentence = (code: string | undefined, { port, host }: Settings) =>
  code === 'EADDRINUSE'
    ? `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`
    : `Cairn may not listen on ${host}:${port} (${code ?? 'unknown'}). Choose another port: PORT=4000 npm start`

async function fillIfEmpty(
  program: Program,
  settings: Settings,
  say: (sentence: string) => void,
): Promise<void> {
  const districts = await sql`select all_districts()`.execute(program.ground.database)
  if (districts.rows.length > 0) return
  if (!settings.demo) return say(noDistrict)
  await writeFile(halfDemo(settings), '')
  say('Filling the demo district, once. This takes about a minute …')
  const cast = await fillDemo(program.ground, program.storage, say)
  await writeDemoAccounts(settings.dataFolder, cast)
  await rm(halfDemo(settings))
}

const halfDemo = ({ dataFolder }: Settings) => join(dataFolder, 'demo-unfinished')

/** Nobody can have signed in to a demo that was cut off while it was filled: nothing listened yet. */
async function removeHalfDemo(settings: Settings, say: (sentence: string) => void): Promise<void> {
  if (!existsSync(halfDemo(settings))) return
  if (settings.databaseUrl !== undefined)
    throw new StartRefusal(
      `The demo was cut off while it was filled. Empty the database, delete ${settings.dataFolder} and start again.`,
    )
  say('The demo was cut off while it was filled; it is made anew.')
  const release = takeFolder(join(settings.dataFolder, 'postgres'))
  try {
    await removeDatabase(join(settings.dataFolder, 'postgres'), say)
    for (const name of ['media', 'demo-unfinished'])
      await rm(join(settings.dataFolder, name), { recursive: true, force: true })
  } finally {
    release()
  }
}

function stopOnSignals(stopping: (() => Promise<unknown>)[], say: (sentence: string) => void): void {
  let asked = false
  const stopAll = async () => {
    if (asked) return
    asked = true
    say('Stopping …')
    for (const stop of stopping) await stop()
    say('Stopped. Everything is saved.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll())
}

function welcome(settings: Settings, demoFile: string | undefined, say: (sentence: string) => void): void {
  say(`\nCairn is ready: ${settings.origin}\n`)
  if (demoFile === undefined) return
  say(`This is the demo. Sign in as one of these, password "${demoPassword}" for everyone:`)
  say('  learner   mika (grade 4), theo (kindergarten), jonas (high school)')
  say(
    '  teacher   ms-rivera (grades 3/4), mr-halvorsen (high school), ms-okafor (kindergarten, and a mother)',
  )
  say('  guardian  amara (mother of Mika and Theo), tomas (father of Mika)')
  say('  office    ms-chen (principal), mr-singh (office)')
  say(`Everyone else: ${demoFile}\nStop with Ctrl-C.`)
}

if (import.meta.main) {
  let dataFolder = ''
  try {
    const settings = readSettings(process.env, process.argv.slice(2))
    dataFolder = settings.dataFolder
    await start(settings)
  } catch (error) {
    if (error instanceof StartRefusal) console.error(error.message)
    else console.error(saysDiskFull(error) ? diskFull(dataFolder) : error)
    process.exit(1)
  }
}
