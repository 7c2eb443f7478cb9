import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/**
 * Where files lie. What arrives is kept apart from what may be shown: only cleaned renditions ever leave
 * through `open`. Paths are made of ids and fixed names, never of anything a person typed.
 */
export type Storage = {
  arrivingFolder: string
  arrivingFile: (id: string) => string
  /** a folder for half-made renditions, on the same disk */
  workFolder: (id: string) => Promise<string>
  keep: (id: string, renditions: { name: string; path: string }[]) => Promise<void>
  open: (id: string, rendition: string, range?: { start: number; end: number }) => Readable
  size: (id: string, rendition: string) => Promise<number>
  forgetArrived: (id: string) => Promise<void>
  erase: (id: string) => Promise<void>
  /** of the disk they lie on, in bytes */
  room: () => Promise<{ free: number; total: number }>
}

export async function openFolderStorage(folder: string): Promise<Storage> {
  const arrivingFolder = join(folder, 'arriving')
  await mkdir(arrivingFolder, { recursive: true })
  await mkdir(join(folder, 'kept'), { recursive: true })
  // ids made in one second share their beginning, so folders are spread by their end
  const home = (id: string) => join(folder, 'kept', id.slice(-2), id)
  const work = (id: string) => join(folder, 'working', id)
  return {
    arrivingFolder,
    arrivingFile: (id) => join(arrivingFolder, id),
    workFolder: async (id) => {
      await rm(work(id), { recursive: true, force: true })
      await mkdir(work(id), { recursive: true })
      return work(id)
    },
    keep: async (id, renditions) => {
      await mkdir(home(id), { recursive: true })
      for (const { name, path } of renditions) await rename(path, join(home(id), name))
      await rm(work(id), { recursive: true, force: true })
    },
    open: (id, rendition, range) => createReadStream(join(home(id), rendition), range),
    size: async (id, rendition) => (await stat(join(home(id), rendition))).size,
    forgetArrived: async (id) => {
      await rm(join(arrivingFolder, id), { force: true })
      await rm(join(arrivingFolder, `${id}.json`), { force: true })
    },
    erase: async (id) => {
      await rm(home(id), { recursive: true, force: true })
      await rm(join(arrivingFolder, id), { force: true })
      await rm(join(arrivingFolder, `${id}.json`), { force: true })
    },
    room: async () => {
      const { bavail, blocks, bsize } = await statfs(folder)
      return { free: bavail * bsize, total: blocks * bsize }
    },
  }
}
