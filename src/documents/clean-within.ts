import sharp from 'sharp'
import { byteFileOf } from '../traces/byte-file.ts'
import { scrubPicture } from '../traces/picture-traces.ts'
import { scrubFlac } from '../traces/scrub-flac.ts'
import { scrubHeif } from '../traces/scrub-heif.ts'
import { scrubMatroska } from '../traces/scrub-matroska.ts'
import { scrubFrames } from '../traces/scrub-mp3.ts'
import { scrubMp4 } from '../traces/scrub-mp4.ts'
import { scrubOgg } from '../traces/scrub-ogg.ts'
import { scrubWave } from '../traces/scrub-wave.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import { type Budget, cleanPackage, viaFiles } from './clean-package.ts'
import { cleanPdf } from './clean-pdf.ts'
import { cleanRichText } from './clean-rich-text.ts'

/** A file inside a package, cleaned by what its bytes say it is; undefined when there is nothing to take out. */
export async function cleanFileWithin(
  bytes: Buffer,
  name: string,
  folder: string,
  budget: Budget,
): Promise<Buffer | undefined> {
  const picture = scrubPicture(bytes)
  if (picture) return picture
  const head = bytes.toString('latin1', 0, 12)
  const inPlace = inPlaceFor(head)
  if (inPlace) {
    const copy = Buffer.from(bytes)
    await inPlace(byteFileOf(copy))
    return copy
  }
  if (head.startsWith('PK\x03\x04')) {
    return viaFiles(bytes, folder, (source, target) => cleanPackage(source, target, folder, budget))
  }
  const across = acrossFor(head, bytes, name)
  if (across) return viaFiles(bytes, folder, across)
  return /^(II\*\0|MM\0\*)/.test(head) ? withoutTags(bytes, name) : undefined
}

/** Raw photos look like a TIFF and are more than one: writing them anew would lose what a camera saw. */
async function withoutTags(bytes: Buffer, name: string): Promise<Buffer> {
  if (!/\.tiff?$/i.test(name)) throw new MediaRefusal('cannot_clean', 'A raw photo in a package')
  const options = { limitInputPixels: 120_000_000, pages: -1 }
  return sharp(bytes, options)
    .tiff({ compression: 'lzw' })
    .toBuffer()
    .catch((error: Error) => Promise.reject(new MediaRefusal('unreadable', error.message)))
}

function inPlaceFor(head: string) {
  if (head.slice(4, 8) === 'ftyp')
    return /^(hei|hev|mif1|msf1|avi[fs])/.test(head.slice(8)) ? scrubHeif : scrubMp4
  if (/^(moov|mdat|wide)$/.test(head.slice(4, 8))) return scrubMp4
  if (head.startsWith('\x1a\x45\xdf\xa3')) return scrubMatroska
  return head.startsWith('OggS') ? scrubOgg : undefined
}

function acrossFor(head: string, bytes: Buffer, name: string) {
  if (head.startsWith('%PDF-')) return cleanPdf
  if (head.startsWith('{\\rtf')) return cleanRichText
  if (head.startsWith('fLaC')) return scrubFlac
  if (head.startsWith('RIFF') && head.endsWith('WAVE')) return scrubWave
  const framed = head.startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0)
  return framed && /\.(mp3|aac)$/i.test(name) ? scrubFrames : undefined
}
