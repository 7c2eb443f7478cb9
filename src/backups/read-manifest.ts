import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefusal } from '../platform/settings.ts'
import { format, type Manifest } from './backup.ts'

/** What a backup says of itself; refuses with a sentence what is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, 'manifest.json')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartRefusal(`${folder} is no backup: it has no manifest.json that can be read.`)
  })
  const manifest = parse(text)
  if (manifest?.format === format) return manifest
  throw new StartRefusal(`${file} is damaged, or was made by another version of Cairn.`)
}

function parse(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return undefined
  }
}
