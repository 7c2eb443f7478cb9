import type { FilmEngine } from '../films/film-engine.ts'
import type { Storage } from '../files/storage.ts'
import type { Subject } from '../platform/context.ts'
import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import { prepareMedia, prepareSizes } from '../files/prepare.ts'
import type { PreparedMedia, Rendition } from '../files/prepared-media.ts'
import type { Carrier } from './policy.ts'
import { noteAttempt, noteFailed, noteProgress, noteReady, noteSizes, readArriving } from './arrival-store.ts'
import { deleteUncarried } from './store.ts'

/** What the worker works with; `films` is FFmpeg, where there is one. */
export type Workbench = { ground: Ground; storage: Storage; films: FilmEngine | undefined }

const keptUncarried = 30 * 24 * 3_600_000
const mostAttempts = 3

/** `carriers` are all the things that hold files: what none of them holds any more is erased. */
export const mediaJobs = (bench: Workbench, carriers: Carrier[]): Job[] => [
  { on: 'media.arrived', run: (subject) => settleMedia(bench, subject) },
  // a queue of its own: a film of an hour keeps no photo waiting
  { on: 'film.cleaned', run: (subject) => settleFilm(bench, subject) },
  { on: 'night.fell', run: ({ districtId }) => sweepMedia(bench, carriers, districtId) },
]

async function sweepMedia({ ground, storage }: Workbench, carriers: Carrier[], districtId: string) {
  const swept = await asTheSystem(
    ground,
    { reason: 'erase files that nothing has held for 30 days', districtId },
    ({ db, now }) => deleteUncarried(db, new Date(now.getTime() - keptUncarried), carriers),
  )
  for (const id of swept) await storage.erase(id)
}

type AsSystem = <T>(work: (context: SystemContext) => Promise<T>) => Promise<T>

const systemFor =
  ({ ground }: Workbench, { districtId }: Subject): AsSystem =>
  (work) =>
    asTheSystem(ground, { reason: 'prepare media', districtId }, work)

/** Cleans and prepares one file. Repeating it is safe: what is ready stays, what is half made is made again. */
export async function settleMedia(bench: Workbench, subject: Subject): Promise<void> {
  const { storage, films } = bench
  const system = systemFor(bench, subject)
  const media = await system(({ db }) => readArriving(db, subject.id))
  if (!media || media.state === 'ready' || media.state === 'failed' || media.cleaned) return
  try {
    await demandAnotherTry(system, subject)
    const prepared = await prepareMedia({
      source: storage.arrivingFile(subject.id),
      originalName: media.name,
      outputFolder: await storage.workFolder(subject.id),
      films,
      onProgress: (percent) => system(({ db }) => noteProgress(db, subject, Math.min(99, percent))),
    })
    await storage.keep(subject.id, prepared.renditions)
    const later = (prepared.later ?? []).length > 0
    const whole = !later || prepared.renditions.some(({ name }) => name === 'full')
    await system(async ({ db, now, tell }) => {
      await noteReady(db, subject, rowOf(prepared), now, whole)
      if (later) await tell('film.cleaned', subject)
    })
    if (!later) await storage.forgetArrived(subject.id)
  } catch (error) {
    await settleFailure(system, subject, error)
  }
}

/** Makes the sizes of a film that take long. What was there before stays there, whatever comes of it. */
export async function settleFilm(bench: Workbench, subject: Subject): Promise<void> {
  const { storage, films } = bench
  const system = systemFor(bench, subject)
  const media = await system(({ db }) => readArriving(db, subject.id))
  if (!media) return
  try {
    if (!films) throw new MediaRefusal('gave_up', 'FFmpeg is gone')
    await demandAnotherTry(system, subject)
    const renditions = await prepareSizes({
      source: storage.arrivingFile(subject.id),
      originalName: media.name,
      outputFolder: await storage.workFolder(subject.id),
      films,
      wrapped: media.state === 'ready',
      onProgress: (percent) => system(({ db }) => noteProgress(db, subject, Math.min(99, percent))),
    })
    await storage.keep(subject.id, renditions)
    await system(({ db, now }) => noteSizes(db, subject, renditions.map(rowOfRendition), now))
  } catch (error) {
    if (!(error instanceof MediaRefusal)) throw error
    await settleUnmadeSizes(system, subject, media.state === 'ready' || media.hasDownload, error)
  }
  await storage.forgetArrived(subject.id)
}

/** The cleaned original is still there for whoever can play it; only where there is none has the file failed. */
async function settleUnmadeSizes(system: AsSystem, subject: Subject, isThere: boolean, error: MediaRefusal) {
  if (!isThere) return settleFailure(system, subject, error)
  await system(({ db, now }) => noteSizes(db, subject, [], now, 'not_converted'))
}

async function demandAnotherTry(system: AsSystem, subject: Subject): Promise<void> {
  const attempts = await system(({ db }) => noteAttempt(db, subject))
  if (attempts > mostAttempts) throw new MediaRefusal('gave_up', 'Every try brought the worker down')
}

/** Anything but a refusal may pass by itself, so the queue tries again. */
async function settleFailure(system: AsSystem, subject: Subject, error: unknown): Promise<void> {
  if (!(error instanceof MediaRefusal)) throw error
  await system(({ db, now }) => noteFailed(db, subject, error.code, now))
}

const rowOfRendition = ({ name, type, bytes, width, height }: Rendition) => ({
  name,
  type,
  bytes,
  width: width ?? null,
  height: height ?? null,
})

const rowOf = (prepared: PreparedMedia) => ({
  kind: prepared.kind,
  type: prepared.type,
  width: prepared.width ?? null,
  height: prepared.height ?? null,
  durationSeconds: prepared.durationSeconds ?? null,
  placeholder: prepared.placeholder ?? null,
  remarks: prepared.remarks ?? [],
  renditions: prepared.renditions.map(rowOfRendition),
})
