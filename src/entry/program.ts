import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { PoolConfig } from 'pg'
import { activityJobs } from '../activities/jobs.ts'
import { activityCarries } from '../activities/policy.ts'
import { activityRoutes } from '../activities/routes.ts'
import { collectionJobs } from '../collections/jobs.ts'
import { collectionCarries } from '../collections/policy.ts'
import { collectionRoutes } from '../collections/routes.ts'
import { drawingRoutes } from '../drawings/routes.ts'
import { communicationJobs } from '../communications/jobs.ts'
import { communicationRoutes } from '../communications/routes.ts'
import { competencyRoutes } from '../competencies/routes.ts'
import { appointmentRoutes } from '../appointments/routes.ts'
import { conferenceRoutes } from '../conferences/routes.ts'
import { feedbackCarries } from '../feedback/policy.ts'
import { askingCarries } from '../askings/policy.ts'
import { askingRoutes } from '../askings/routes.ts'
import { serveChildren } from '../families/serve-children.ts'
import { bringingCarries, critiqueCarries } from '../critiques/policy.ts'
import { critiqueRoutes } from '../critiques/routes.ts'
import { feedbackRoutes } from '../feedback/routes.ts'
import { caseRoutes } from '../interop/case/routes.ts'
import { letterJobs } from '../letters/jobs.ts'
import { letterCarries } from '../letters/policy.ts'
import { letterRoutes } from '../letters/routes.ts'
import { libraryCarries } from '../library/policy.ts'
import { libraryRoutes } from '../library/routes.ts'
import type { Carrier } from '../media/policy.ts'
import { mailJobs } from '../mail/jobs.ts'
import type { Senders } from '../mail/message.ts'
import { mailRoutes } from '../mail/routes.ts'
import { mediaJobs } from '../media/jobs.ts'
import { largestFile } from '../media/media.ts'
import { receiveMedia } from '../media/receive-media.ts'
import { mediaRoutes } from '../media/routes.ts'
import { serveMedia } from '../media/serve-media.ts'
import type { FilmEngine } from '../films/film-engine.ts'
import { filingRoutes } from '../filings/routes.ts'
import { linkJobs } from '../links/jobs.ts'
import { linkRoutes } from '../links/routes.ts'
import { goalJobs } from '../goals/jobs.ts'
import { goalCarries } from '../goals/policy.ts'
import { goalRoutes } from '../goals/routes.ts'
import { handoverRoutes } from '../handovers/routes.ts'
import { openFolderStorage, type Storage } from '../files/storage.ts'
import { paperRoutes } from '../papers/routes.ts'
import { peopleRoutes } from '../people/routes.ts'
import { cardRoutes } from '../cards/routes.ts'
import { providerRoutes } from '../providers/routes.ts'
import { serveDoors } from '../providers/serve-doors.ts'
import { openDatabase } from '../platform/database.ts'
import { type HttpOptions, openHttp, serve } from '../platform/http.ts'
import { type Job, openQueue } from '../platform/jobs.ts'
import type { Route } from '../platform/route.ts'
import type { Ground, Log } from '../platform/transaction.ts'
import { reflectionJobs } from '../reflections/jobs.ts'
import { reflectionCarries } from '../reflections/policy.ts'
import { reflectionRoutes } from '../reflections/routes.ts'
import { roundJobs } from '../rounds/jobs.ts'
import { exemplarCarries } from '../rounds/policy.ts'
import { roundRoutes } from '../rounds/routes.ts'
import { rosterJobs } from '../rosters/jobs.ts'
import { rosterRoutes } from '../rosters/routes.ts'
import { rosterFileRoutes } from '../interop/rosters/routes.ts'
import { schoolRoutes } from '../schools/routes.ts'
import { claimJobs } from '../self-assessment/jobs.ts'
import { claimCarries } from '../self-assessment/policy.ts'
import { selfAssessmentRoutes } from '../self-assessment/routes.ts'
import { timelineRoutes } from '../timeline/routes.ts'
import { showcaseJobs } from '../showcases/jobs.ts'
import { showcaseCarries } from '../showcases/policy.ts'
import { showcaseRoutes } from '../showcases/routes.ts'
import { exhibitionRoutes } from '../exhibitions/routes.ts'
import { serveExhibitions } from '../exhibitions/serve-exhibitions.ts'
import { serveShowcases } from '../showcases/serve-showcases.ts'
import { serveWelcomes } from '../welcomes/serve-doors.ts'
import type { WelcomeSetting } from '../welcomes/make-welcomes.ts'
import { welcomeRoutes } from '../welcomes/routes.ts'
import { workJobs } from '../work/jobs.ts'
import { workCarries } from '../work/policy.ts'
import { workRoutes } from '../work/routes.ts'
import { serveApiDocument } from './api-document.ts'
import { serveHealth } from './health.ts'
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

/** Everything that holds files. A file is seen, and kept, through these and nothing else. */
const carriers: Carrier[] = [
  workCarries,
  reflectionCarries,
  feedbackCarries,
  exemplarCarries,
  bringingCarries,
  critiqueCarries,
  goalCarries,
  claimCarries,
  activityCarries,
  libraryCarries,
  letterCarries,
  collectionCarries,
  showcaseCarries,
  askingCarries,
]

const routesFor = (most: number, setting: WelcomeSetting): Route[] => [
  ...drawingRoutes,
  ...peopleRoutes,
  ...schoolRoutes,
  ...providerRoutes,
  ...mailRoutes(setting.senders),
  ...mediaRoutes(carriers, most),
  ...workRoutes,
  ...handoverRoutes,
  ...reflectionRoutes,
  ...feedbackRoutes,
  ...roundRoutes,
  ...critiqueRoutes,
  ...goalRoutes,
  ...activityRoutes,
  ...libraryRoutes,
  ...paperRoutes,
  ...cardRoutes,
  ...competencyRoutes,
  ...selfAssessmentRoutes,
  ...communicationRoutes,
  ...collectionRoutes,
  ...showcaseRoutes,
  ...exhibitionRoutes,
  ...conferenceRoutes,
  ...conferenceRoutes,
  ...appointmentRoutes,
  ...filingRoutes,
  ...linkRoutes,
  ...welcomeRoutes(setting),
  ...askingRoutes,
  ...caseRoutes,
  ...rosterRoutes,
  ...rosterFileRoutes,
  ...letterRoutes,
  ...timelineRoutes,
]

export const routes = routesFor(largestFile, { senders: {}, origin: '' })

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
  const jobs: Job[] = options.works
    ? [
        ...mailJobs(ground, senders),
        ...workJobs(ground),
        ...linkJobs(ground, options.linkStands),
        ...reflectionJobs(ground),
        ...goalJobs(ground),
        ...claimJobs(ground),
        ...roundJobs(ground),
        ...activityJobs(ground),
        ...communicationJobs(ground),
        ...letterJobs(ground),
        ...collectionJobs(ground),
        ...showcaseJobs(ground),
        ...rosterJobs(ground),
        ...mediaJobs({ ground, storage, films: options.films }, carriers),
      ]
    : []
  ground.queue = await openQueue(options.connection, jobs, noteError)
  const app = await openHttp(ground, options)
  const most = options.largestFile ?? largestFile
  serve(app, ground, routesFor(most, { senders, origin: options.origin }), options)
  receiveMedia(app, ground, storage, options)
  serveMedia(app, ground, storage, carriers, options)
  await serveShowcases(app, ground, storage, options)
  serveDoors(app, ground, options)
  await serveExhibitions(app, ground, options)
  await serveWelcomes(app, ground, options)
  await serveChildren(app, ground, options)
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
