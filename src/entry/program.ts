import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { PoolConfig } from 'pg'
import { serveDigests } from '../digests/serve-digests.ts'
import { serveChildren } from '../families/serve-children.ts'
import { serveWalkthroughs } from '../walkthroughs/serve-walkthroughs.ts'
import type { Senders } from '../mail/message.ts'
import { largestFile } from '../media/media.ts'
import { receiveMedia } from '../media/receive-media.ts'
import { serveMedia } from '../media/serve-media.ts'
import type { FilmEngine } from '../films/film-engine.ts'
import { openFolderStorage, type Storage } from '../files/storage.ts'
import { serveDoors } from '../providers/serve-doors.ts'
import { serveSignOuts } from '../sign-outs/serve-sign-outs.ts'
import { openDatabase } from '../platform/database.ts'
import { type HttpOptions, openHttp, serve } from '../platform/http.ts'
import { serveSlips } from '../slips/serve-slips.ts'
import { openQueue } from '../platform/jobs.ts'
import type { Ground, Log } from '../platform/transaction.ts'
import { servePanels } from '../defenses/serve-panels.ts'
import { serveExhibitions } from '../exhibitions/serve-exhibitions.ts'
import { serveShowcases } from '../showcases/serve-showcases.ts'
import { serveFirstPasswords } from '../first-passwords/serve-first-passwords.ts'
import { serveHome } from '../home-cards/serve-home.ts'
import { serveWelcomes } from '../welcomes/serve-doors.ts'
import { serveApiDocument } from './api-document.ts'
import { serveHealth } from './health.ts'
import { carriers } from './carriers.ts'
import { jobsFor, routes, routesFor } from './modules.ts'
import { serveWebApp } from './web-app.ts'

export type ProgramOptions = HttpOptions & {
  connection: PoolConfig
  mediaFolder: string
  secret: string
  now: () => Date
  log: Log
  /** whether this process also does the worker's jobs */
  works: boolean
  /** whether the program may ask machines of its own network */
  localAddresses?: boolean
  /** machines that stand in for the pages of the Internet, as host and port; only tests have any */
  linkStands?: readonly string[] | undefined
  /** how long the pages of one attempt may be asked in one go, in milliseconds */
  linkTurn?: number | undefined
  /** FFmpeg, where there is one: without it recordings are kept as they came, cleaned */
  films?: FilmEngine | undefined
  /** how mail and texts leave; without one they do not */
  senders?: Senders | undefined
  /** the most one file may weigh, in bytes */
  largestFile?: number | undefined
  /** demo sign-ins to show, when this is a demo */
  demoFile?: string | undefined
}

export type Program = { app: FastifyInstance; ground: Ground; storage: Storage; close: () => Promise<void> }

/** Puts the modules together. The server, the worker and the tests all run this very program. */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { log, now, secret } = options
  const noteError = (error: Error) =>
    log.error({ kind: error.name }, 'the database connection failed; it will be opened again')
  const database = openDatabase(options.connection, noteError)
  const storage = await openFolderStorage(options.mediaFolder)
  const localAddresses = options.localAddresses ?? false
  const senders = options.senders ?? {}
  const ground = { database, secret, now, log, localAddresses } as Ground
  const { films, linkStands, linkTurn } = options
  const jobs = options.works
    ? jobsFor(ground, { storage, films, senders, origin: options.origin, linkStands, linkTurn })
    : []
  ground.queue = await openQueue(options.connection, jobs, noteError)
  const app = await openHttp(ground, options)
  const most = options.largestFile ?? largestFile
  serve(app, ground, routesFor(most, { senders, origin: options.origin }, storage.room), options)
  receiveMedia(app, ground, storage, options)
  serveMedia(app, ground, storage, carriers, options)
  await serveShowcases(app, ground, storage, options)
  await serveDoors(app, ground, options)
  await serveSignOuts(app, ground, options)
  await serveExhibitions(app, ground, options)
  await servePanels(app, ground, options)
  await serveSlips(app, ground, storage, options)
  serveFirstPasswords(app, ground, options)
  await serveWelcomes(app, ground, options)
  await serveHome(app, ground, storage, options)
  await serveChildren(app, ground, options)
  await serveDigests(app, ground, options, senders)
  await serveWalkthroughs(app, ground, options)
  serveHealth(app, ground)
  serveApiDocument(app, routes, options.origin)
  await serveWebApp(app, { folder: webFolder, demoFile: options.demoFile })
  return { app, ground, storage, close: () => closeProgram(app, ground) }
}

const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url))

async function closeProgram(app: FastifyInstance, ground: Ground): Promise<void> {
  await app.close()
  await ground.queue.stop()
  await ground.database.destroy()
}
