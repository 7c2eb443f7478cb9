import type { Subject } from '../platform/context.ts'
import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { prepareMedia } from '../files/prepare.ts'
import { MediaRefusal, type PreparedMedia } from '../files/prepared-media.ts'
import type { Storage } from '../files/storage.ts'
import type { Carrier } from './policy.ts'
import { deleteUncarried, noteFailed, noteProgress, noteReady, readArriving } from './store.ts'

const keptUncarried = 30 * 24 * 3_600_000

/** `carriers` are all the things that hold files: what none of them holds any more is erased. */
export const mediaJobs = (ground: Ground, storage: Storage, carriers: Carrier[]): Job[] => [
  { on: 'media.arrived', run: (subject) => settleMedia(ground, storage, subject) },
  { on: 'night.fell', run: ({ districtId }) => sweepMedia(ground, storage, carriers, districtId) },
]

async function sweepMedia(ground: Ground, storage: Storage, carriers: Carrier[], districtId: string) {
  const swept = await asTheSystem(
    ground,
    { reason: 'erase files that nothing has held for 30 days', districtId },
    ({ db, now }) => deleteUncarried(db, new Date(now.getTime() - keptUncarried), carriers),
  )
  for (const id of swept) await storage.erase(id)
}

/** Cleans and prepares one file. Repeating it is safe: what is ready stays, what is half made is made again. */
export async function settleMedia(ground: Ground, storage: Storage, subject: Subject): Promise<void> {
  const system = <T>(work: Parameters<typeof asTheSystem<T>>[2]) =>
    asTheSystem(ground, { reason: 'prepare media', districtId: subject.districtId }, work)
  const media = await system(({ db }) => readArriving(db, subject.id))
  if (!media || media.state === 'ready' || media.state === 'failed') return
  try {
    const prepared = await prepareMedia({
      source: storage.arrivingFile(subject.id),
      originalName: media.name,
      outputFolder: await storage.workFolder(subject.id),
      onProgress: (percent) =>
        system(({ db }) => noteProgress(db, subject, Math.min(99, Math.floor(percent)))),
    })
    await storage.keep(subject.id, prepared.renditions)
    await system(({ db, now }) => noteReady(db, subject, rowOf(prepared), now))
    await storage.forgetArrived(subject.id)
  } catch (error) {
    // anything but a refusal may pass by itself, so the queue tries again
    if (!(error instanceof MediaRefusal)) throw error
    await system(({ db, now }) => noteFailed(db, subject, error.code, now))
  }
}

const rowOf = (prepared: PreparedMedia) => ({
  kind: prepared.kind,
  type: prepared.type,
  width: prepared.width ?? null,
  height: prepared.height ?? null,
  durationSeconds: prepared.durationSeconds ?? null,
  placeholder: prepared.placeholder ?? null,
  renditions: prepared.renditions.map(({ name, type, bytes, width, height }) => ({
    name,
    type,
    bytes,
    width: width ?? null,
    height: height ?? null,
  })),
})
