import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { decodeHeic, type RawPixels } from './heic.ts'
import { MediaRefusal, type PreparedMedia, type Rendition, type RenditionName } from './prepared-media.ts'

export type PictureBounds = { mostPixels: number; seconds: number }
type Opening = { frames?: number; failOn?: 'none' | 'truncated' }
type Source = { open: (opening?: Opening) => Sharp; metadata: Metadata; width: number; height: number }
type Prepared = Pick<PreparedMedia, 'width' | 'height' | 'placeholder' | 'damaged' | 'renditions'>

const smallSide = 480
const screenSide = 1600
const fullSide = 6000

/** Upright, sRGB, without a word of metadata, in the sizes the screens need. */
export async function preparePicture(
  path: string,
  type: string,
  outputFolder: string,
  bounds: PictureBounds,
  onProgress: (share: number) => void,
): Promise<Prepared> {
  try {
    const source = await openPicture(path, type, bounds)
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
    const { width, height } = source
    return { width, height, placeholder, ...(damaged ? { damaged } : {}), renditions: [small, screen, full] }
  } catch (error) {
    throw asRefusal(error)
  }
}

/** A page drawn from a document: pixels we made ourselves, in the two sizes a page is looked at. */
export async function preparePage(page: RawPixels, outputFolder: string): Promise<Prepared> {
  const { width, height } = page
  const open = () => fromPixels(page)
  const source = { open, width, height, metadata: await open().metadata() }
  const small = await write(source, 'small', outputFolder)
  const screen = await write(source, 'screen', outputFolder)
  return { width, height, placeholder: await placeholderOf(small.path), renditions: [small, screen] }
}

async function openPicture(path: string, type: string, bounds: PictureBounds): Promise<Source> {
  // A page of pictures at once is the worker's business; one picture stays on a thread or two.
  sharp.concurrency(2)
  sharp.cache(false)
  const options: SharpOptions = { failOn: 'none', limitInputPixels: false, sequentialRead: true }
  const metadata = await sharp(path, options).metadata()
  const { width: first = 0, height: second = 0 } = metadata
  if (first * second > bounds.mostPixels) {
    throw new MediaRefusal('too_many_pixels', `${first} x ${second} pixels are more than we can open`)
  }
  const { seconds, mostPixels: limitInputPixels } = bounds
  if (metadata.format === 'heif' && metadata.compression !== 'av1') return openHeic(path, metadata, bounds)
  if (!formatsOf(type).includes(metadata.format)) {
    throw new MediaRefusal('unreadable', `Looked like ${type} and is ${metadata.format}`)
  }
  const pages = framesWithin(metadata, limitInputPixels)
  const open = ({ frames = pages, failOn = 'none' }: Opening = {}) =>
    sharp(path, { failOn, limitInputPixels, sequentialRead: true, pages: frames }).timeout({ seconds })
  const { width, height } = metadata.autoOrient
  return { open, metadata: { ...metadata, pages }, width, height: metadata.pageHeight ?? height }
}

async function openHeic(
  path: string,
  metadata: Metadata,
  { mostPixels, seconds }: PictureBounds,
): Promise<Source> {
  const decoded = await decodeHeic(path, mostPixels, seconds)
  const { width, height } = decoded
  const plain = await fromPixels(decoded).removeAlpha().png({ compressionLevel: 0 }).toBuffer()
  const colored = metadata.icc ? withColorProfile(plain, metadata.icc) : plain
  const pixels = await sharp(colored, { limitInputPixels: mostPixels }).toColourspace('srgb').raw().toBuffer()
  const open = () => sharp(pixels, { raw: { width, height, channels: 3 } }).timeout({ seconds })
  return { open, width, height, metadata: { ...(await open().metadata()), format: 'heif' } }
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

/** A long animation keeps as many frames as fit; each one is a picture in memory. */
function framesWithin(
  { pages = 1, pageHeight, height = 1, width = 1, format }: Metadata,
  mostPixels: number,
) {
  if (pages <= 1 || (format !== 'gif' && format !== 'webp')) return 1
  return Math.max(1, Math.min(pages, Math.floor(mostPixels / 4 / (width * (pageHeight ?? height)))))
}

async function write(source: Source, name: RenditionName, outputFolder: string): Promise<Rendition> {
  const { metadata } = source
  const animated = (metadata.pages ?? 1) > 1
  const side = name === 'small' ? smallSide : name === 'screen' ? screenSide : fullSide
  // A wall of moving pictures is no place to read: pictures start moving when they are opened.
  const upright = (name === 'small' ? source.open({ frames: 1 }) : source.open()).autoOrient()
  const sized = upright.resize(side, side, { fit: 'inside', withoutEnlargement: true }).toColourspace('srgb')
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

/**
 * A JPEG or GIF whose end never arrived decodes to flat rows from where it stops. Mostly there: we show it and
 * say so. Mostly missing: better to ask for it again than to keep a gray field as somebody's work. Other formats
 * give no telling what is missing, so they must be whole.
 */
async function damage({ open, metadata }: Source): Promise<true | undefined> {
  const sample = (failOn: 'none' | 'truncated') =>
    open({ failOn, frames: 1 }).resize(64, 64, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer()
  try {
    await sample('truncated')
    return undefined
  } catch (error) {
    const lenient = metadata.format === 'jpeg' || metadata.format === 'gif'
    const pixels = lenient ? await sample('none') : undefined
    if (!pixels || flatTail(pixels, pixels.length / 64) > 0.5) {
      throw isTimeout(error) ? error : new MediaRefusal('truncated', 'Most of the picture is missing', error)
    }
    return true
  }
}

function flatTail(pixels: Buffer, rowLength: number) {
  const last = pixels.subarray(pixels.length - rowLength)
  let rows = 0
  for (let at = pixels.length - rowLength; at >= 0; at -= rowLength, rows++) {
    if (!pixels.subarray(at, at + rowLength).equals(last)) break
  }
  return (rows * rowLength) / pixels.length
}

function asRefusal(error: unknown) {
  if (error instanceof MediaRefusal) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (isTimeout(error)) return new MediaRefusal('took_too_long', reason, error)
  if (/pixel limit|dimensions/i.test(reason)) return new MediaRefusal('too_many_pixels', reason, error)
  return new MediaRefusal('unreadable', reason, error)
}

function isTimeout(error: unknown) {
  return error instanceof Error && /timeout/i.test(error.message)
}
