import { copyFile, link, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { filesIn } from './keep-files.ts'

/**
 * Holds on to files that have arrived and are not prepared yet. The worker lets go of such a file as soon as it is
 * prepared, which may be while the tables, where it is still unprepared, are written down: without it the backup
 * would have lost a learner's picture.
 */
export async function holdArriving(mediaFolder: string) {
  const folder = join(mediaFolder, 'being-backed-up')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const hold = async () => {
    for (const name of await filesIn(join(mediaFolder, 'arriving')))
      await holdOne(join(mediaFolder, 'arriving', name), join(folder, name))
  }
  return { folder, hold, release: () => rm(folder, { recursive: true, force: true }) }
}

/** A second name for the same bytes; where the disk has none, a copy. */
async function holdOne(file: string, held: string): Promise<void> {
  await link(file, held)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST' || error.code === 'ENOENT') return
      return copyFile(file, held)
    })
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
}
