import type { Answer } from '../../platform/web/client.ts'
import type { Rendition } from '../../ui/picture.tsx'
import type { GetMedia } from '../contract.ts'
import type { RenditionName } from '../media.ts'

export type Media = Answer<typeof GetMedia>
export type MediaSize = 'whole' | 'beside'

export function renditionOf(media: Media, name: RenditionName) {
  return media.renditions.find((rendition) => rendition.name === name)
}

/** The sizes a browser may choose from, smallest first. */
export function picturesOf(media: Media): Rendition[] {
  return media.renditions
    .filter(
      ({ name, type, width, height }) => name !== 'download' && type.startsWith('image/') && width && height,
    )
    .map(({ address, width, height }) => ({ url: address, width: width ?? 1, height: height ?? 1 }))
    .sort((one, other) => one.width - other.width)
}

/** What a player may try, in order: the sizes that fit the place, then the others; last the file as it came. */
export function playableIn(media: Media, place: { narrow: boolean; sparing: boolean }) {
  const order: RenditionName[] = place.sparing
    ? ['low', 'medium', 'full']
    : place.narrow
      ? ['medium', 'low', 'full']
      : ['full', 'medium', 'low']
  const found = order.flatMap((name) => renditionOf(media, name) ?? [])
  const kept = found.length > 0 ? found : [renditionOf(media, 'download')].flatMap((one) => one ?? [])
  return kept.filter(({ type }) => /^(audio|video)\//.test(type))
}

/** Where nothing is known about the size, a sheet of paper is as good a guess as any. */
export function frameOf(media: Media): { width: number; height: number } {
  return { width: media.width ?? 4, height: media.height ?? 3 }
}

/** "2.4 MB", as the language writes it. */
export function sayBytes(locale: string, bytes: number): string {
  const [unit, amount]: [string, number] =
    bytes < 1e6
      ? ['kilobyte', Math.max(1, Math.round(bytes / 1e3))]
      : bytes < 1e9
        ? ['megabyte', bytes / 1e6]
        : ['gigabyte', bytes / 1e9]
  return new Intl.NumberFormat(`${locale}-CA`, {
    style: 'unit',
    unit,
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount)
}
