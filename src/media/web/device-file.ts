import type { Outbox } from '../../outbox/web/outbox.ts'
import { unopened } from './device-media.ts'
import type { Media } from './media-view-renditions.ts'

/** A file that has not arrived yet, shown from this device as if it had. */
export type ShownFile = { media: Media; url: string }

/** Larger ones are named only: a tablet cannot hold a whole film in its memory beside everything else. */
const largestShown = 200 * 2 ** 20

export async function openFile(outbox: Outbox, id: string): Promise<ShownFile | undefined> {
  const box = await outbox.box
  const known = await box.file(id)
  if (!known || known.bytes > largestShown) return undefined
  const file = await box.open(id)
  if (!file) return undefined
  const url = URL.createObjectURL(file)
  const size = file.type.startsWith('image/') ? await sizeOf(url) : undefined
  const kind = file.type.startsWith('image/') && !size ? 'file' : kindOf(file.type)
  const rendition = {
    name: 'full' as const,
    type: file.type,
    width: size?.width ?? null,
    height: size?.height ?? null,
    bytes: file.size,
    address: url,
  }
  const media = { ...unopened(id), name: file.name, kind, type: file.type, ...size, state: 'ready' as const }
  return { url, media: { ...media, renditions: [rendition] } }
}

/** Not every browser shows every kind of picture: an iPhone's own, for one. */
async function sizeOf(url: string): Promise<{ width: number; height: number } | undefined> {
  const picture = new Image()
  picture.src = url
  try {
    await picture.decode()
    return { width: picture.naturalWidth, height: picture.naturalHeight }
  } catch {
    return undefined
  }
}

function kindOf(type: string): NonNullable<Media['kind']> {
  if (type.startsWith('image/')) return 'picture'
  if (type.startsWith('video/')) return 'video'
  return type.startsWith('audio/') ? 'audio' : 'file'
}
