import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { asRefusal, damage, type Openable, type Opening } from './picture-damage.ts'
import { decodeHeic, type RawPixels } from './heic.ts'
import { withByteFile } from '../traces/byte-file.ts'
import { missingOfHeif } from '../traces/scrub-heif.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { PreparedMedia, Remark, Rendition, RenditionName } from './prepared-media.ts'

export type PictureBounds = { mostPixels: number; seconds: number }
type Source = Openable & {
  width: number
  height: number
  /** it moves for longer than we hold */
  shortened?: boolean
}
type Prepared = Pick<PreparedMedia, 'width' | 'height' | 'placeholder' | 'remarks' | 'renditions'>

/** The small one is wide enough for a phone with two dots a pixel: on a thin line it need not fetch the next. */
export const boxes = {
  small: { width: 720, height: 960 },
  screen: { width: 1600, height: 1600 },
  full: { width: 6000, height: 6000 },
}

/** Upright, sRGB, without a word of metadata, in the sizes the screens need. */
export async function preparePicture(
  path: string,
  type: string,
  outputFolder: string,
  bounds: PictureBounds,
  onProgress: (share: number) => void,
): Promise<Prepared> {
  try {
    const source = await openPicture(path, type, outputFolder, bounds)
    onProgress(0.2)
    const damaged = await damage(source)
    onProgress(0.3)
    const small = await write(source, 'small', outputFolder)
    onProgress(0.45)
    const screen = await write(source, 'screen', outputFolder)
    onProgress(0.65)
    const full = await write(source, 'full', outputFolder)
    onProgress(0.95)
    const placeholder = await placeholderOf(small.path)
    const { width, height, shortened } = source
    const remarks: Remark[] = [
      ...(damaged ? ['damaged' as const] : []),
      ...(shortened ? ['shortened' as const] : []),
    ]
    return {
      width,
      height,
      placeholder,
      ...(remarks.length > 0 ? { remarks } : {}),
      renditions: [small, screen, full],
    }
  } catch (error) {
    throw asRefusal(error)
  }
}

/** A page drawn from a document: pixels we made ourselves, in the two sizes a page is looked at. */
export async function preparePage(page: RawPixels, outputFolder: string): Promise<Prepared> {
  const { width, height } = page
  const open = () => fromPixels(page)
  const sizes = await inPageSizes({ open, width, height, metadata: await open().metadata() }, outputFolder)
  return { width, height, ...sizes }
}

/** The picture that stands for a film, in the sizes of a page drawn by ourselves. */
export async function preparePoster(
  path: string,
  outputFolder: string,
): Promise<Prepared & { placeholder: string }> {
  const open = () => sharp(path)
  const metadata = await open().metadata()
  return inPageSizes({ open, metadata, width: metadata.width, height: metadata.height }, outputFolder)
}

async function inPageSizes(source: Source, outputFolder: string) {
  const small = await write(source, 'small', outputFolder)
  const screen = await write(source, 'screen', outputFolder)
  return { placeholder: await placeholderOf(small.path), renditions: [small, screen] }
}

async function openPicture(
  path: string,
  type: string,
  folder: string,
  bounds: PictureBounds,
): Promise<Source> {
  // A page of pictures at once is the worker's business; one picture stays on a thread or two.
  sharp.concurrency(2)
  sharp.cache(false)
  const options: SharpOptions = { failOn: 'none', limitInputPixels: false, sequentialRead: true }
  const metadata = await sharp(path, options).metadata()
  const { width: first = 0, height: second = 0 } = metadata
  if (first * second > bounds.mostPixels) {
    throw new MediaRefusal('too_many_pixels', `${first} x ${second} pixels are more than we can open`)
  }
  if (metadata.format === 'heif' && metadata.compression !== 'av1')
    return openHeic(path, metadata, folder, bounds)
  if (!formatsOf(type).includes(metadata.format)) {
    throw new MediaRefusal('unreadable', `Looked like ${type} and is ${metadata.format}`)
  }
  const { seconds, mostPixels: limitInputPixels } = bounds
  const pages = framesWithin(metadata, limitInputPixels)
  const open = ({ frames = pages, failOn = 'none' }: Opening = {}) =>
    sharp(path, { failOn, limitInputPixels, sequentialRead: true, pages: frames }).timeout({ seconds })
  const { width, height } = metadata.autoOrient
  const shortened = moves(metadata) && (metadata.pages ?? 1) > pages
  return { open, metadata: { ...metadata, pages }, width, height: metadata.pageHeight ?? height, shortened }
}

async function openHeic(
  path: string,
  metadata: Metadata,
  folder: string,
  { mostPixels, seconds }: PictureBounds,
): Promise<Source> {
  const missing = await withByteFile(path, missingOfHeif, seconds)
  const decoded = await decodeHeic(path, mostPixels, folder, seconds)
  const { width, height } = decoded
  const plain = await fromPixels(decoded).removeAlpha().png({ compressionLevel: 0 }).toBuffer()
  const colored = metadata.icc ? withColorProfile(plain, metadata.icc) : plain
  const pixels = await sharp(colored, { limitInputPixels: mostPixels }).toColourspace('srgb').raw().toBuffer()
  const open = () => sharp(pixels, { raw: { width, height, channels: 3 } }).timeout({ seconds })
  return { open, width, height, missing, metadata: { ...(await open().metadata()), format: 'heif' } }
}

/** The decoder hands over bare numbers; phones mean them in a wider gamut, so the profile is put back for sharp. */
function withColorProfile(png: Buffer, profile: Buffer) {
  const content = Buffer.concat([Buffer.from('iCCPp\0\0', 'latin1'), deflateSync(profile)])
  const chunk = Buffer.alloc(content.length + 8)
  chunk.writeUInt32BE(content.length - 4, 0)
  content.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(content), content.length + 4)
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

function fromPixels({ width, height, pixels }: RawPixels) {
  return sharp(new Uint8Array(pixels), { raw: { width, height, channels: 4 } })
}

function formatsOf(type: string) {
  const format = type.replace('image/', '')
  if (format === 'apng') return ['png']
  return /^(hei[cf]|avif)/.test(format) ? ['heif'] : [format]
}

const moves = ({ format }: Metadata) => format === 'gif' || format === 'webp'

/** A long animation keeps as many frames as fit; each one is a picture in memory. */
function framesWithin(metadata: Metadata, mostPixels: number) {
  const { pages = 1, pageHeight, height = 1, width = 1 } = metadata
  if (pages <= 1 || !moves(metadata)) return 1
  return Math.max(1, Math.min(pages, Math.floor(mostPixels / 4 / (width * (pageHeight ?? height)))))
}

async function write(source: Source, name: keyof typeof boxes, outputFolder: string): Promise<Rendition> {
  const { metadata } = source
  const animated = (metadata.pages ?? 1) > 1
  // A wall of moving pictures is no place to read: pictures start moving when they are opened.
  const upright = (name === 'small' ? source.open({ frames: 1 }) : source.open()).autoOrient()
  const box = { ...boxes[name], fit: 'inside', withoutEnlargement: true } as const
  const sized = upright.resize(box).toColourspace('srgb')
  const format = name === 'full' ? fullFormat(metadata, animated) : 'webp'
  const path = join(outputFolder, `${name}.${format}`)
  const written = await encode(sized, format, name, metadata).toFile(path)
  const height = written.pageHeight ?? written.height
  return { name, type: `image/${format}`, width: written.width, height, bytes: written.size, path }
}

/** What was kept without loss stays without loss; a photo stays a photo. */
function fullFormat({ format, hasAlpha }: Metadata, animated: boolean) {
  if (animated) return format === 'gif' ? 'gif' : 'webp'
  return format === 'png' || format === 'gif' || hasAlpha ? 'png' : 'jpeg'
}

function encode(picture: Sharp, format: string, name: RenditionName, { format: from }: Metadata) {
  if (format === 'png') return picture.png({ compressionLevel: 8 })
  if (format === 'gif') return picture.gif({ effort: 4 })
  if (format === 'jpeg') return picture.jpeg({ quality: 90, mozjpeg: true })
  const quality = name === 'full' ? 90 : name === 'screen' ? 78 : 74
  return picture.webp({ quality, effort: 3, smartSubsample: from === 'png' || from === 'gif' })
}

async function placeholderOf(path: string) {
  const picture = sharp(path).resize(100, 100, { fit: 'inside' }).ensureAlpha()
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}
