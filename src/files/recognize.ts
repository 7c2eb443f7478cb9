import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { MediaRefusal } from '../workshop/media-refusal.ts'

/** What the bytes say a file is, and which way through the workshop it takes. */
export type Recognized = { type: string; way: Way }
export type Way =
  | 'picture'
  | 'document'
  | 'package'
  | 'rich text'
  | 'mp4'
  | 'matroska'
  | 'ogg'
  | 'flac'
  | 'frames'
  | 'wave'
  | 'foreign'
  | 'file'

const ways: Record<string, Way> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/apng': 'picture',
  'image/webp': 'picture',
  'image/gif': 'picture',
  'image/tiff': 'picture',
  'image/avif': 'picture',
  'image/heic': 'picture',
  'image/heif': 'picture',
  'image/heic-sequence': 'picture',
  'image/heif-sequence': 'picture',
  'application/pdf': 'document',
  'video/mp4': 'mp4',
  'video/quicktime': 'mp4',
  'video/x-m4v': 'mp4',
  'video/3gpp': 'mp4',
  'video/3gpp2': 'mp4',
  'audio/mp4': 'mp4',
  'audio/x-m4a': 'mp4',
  'video/webm': 'matroska',
  'video/matroska': 'matroska',
  'video/x-matroska': 'matroska',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'ogg',
  'video/ogg': 'ogg',
  'application/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/mpeg': 'frames',
  'audio/aac': 'frames',
  'audio/wav': 'wave',
  'video/vnd.avi': 'foreign',
  'video/x-ms-asf': 'foreign',
  'audio/x-ms-asf': 'foreign',
  'video/x-flv': 'foreign',
  'video/mp2t': 'foreign',
  'video/mpeg': 'foreign',
  'audio/amr': 'foreign',
  'audio/aiff': 'foreign',
  'audio/x-caf': 'foreign',
}

/** FFmpeg's name for the one reader a recording of this type is opened with. */
export function readerFor({ type, way }: Recognized): string {
  const own: Partial<Record<Way, string>> = {
    mp4: 'mov',
    matroska: 'matroska',
    ogg: 'ogg',
    flac: 'flac',
    frames: type === 'audio/aac' ? 'aac' : 'mp3',
    wave: 'wav',
  }
  const foreign: Record<string, string> = {
    'video/vnd.avi': 'avi',
    'video/x-ms-asf': 'asf',
    'audio/x-ms-asf': 'asf',
    'video/x-flv': 'flv',
    'video/mp2t': 'mpegts',
    'video/mpeg': 'mpeg',
    'audio/amr': 'amr',
    'audio/aiff': 'aiff',
    'audio/x-caf': 'caf',
  }
  return own[way] ?? foreign[type] ?? ''
}

const office = 'application/vnd.openxmlformats-officedocument'

/** Packages that are handed out under their own names: browsers and schools know them. */
const packageTypes = new Set([
  'application/zip',
  'application/epub+zip',
  `${office}.wordprocessingml.document`,
  `${office}.presentationml.presentation`,
  `${office}.presentationml.slideshow`,
  `${office}.spreadsheetml.sheet`,
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.graphics',
])

/** What a document with macros is once they are gone. */
const withoutMacros: Record<string, string> = {
  'application/vnd.ms-word.document.macroenabled.12': `${office}.wordprocessingml.document`,
  'application/vnd.ms-word.template.macroenabled.12': `${office}.wordprocessingml.document`,
  'application/vnd.ms-powerpoint.presentation.macroenabled.12': `${office}.presentationml.presentation`,
  'application/vnd.ms-powerpoint.slideshow.macroenabled.12': `${office}.presentationml.slideshow`,
  'application/vnd.ms-excel.sheet.macroenabled.12': `${office}.spreadsheetml.sheet`,
}

/** Packages we cannot look into, so nobody knows what is written in them. */
const sealed =
  /^application\/(x-(tar|rar-compressed|bzip2|7z-compressed|xz|compress|lzh-compressed|arj|cpio|ace-compressed|lz4|apple-diskimage)|gzip|lzip|zstd|vnd\.ms-cab-compressed)$/

/** Recordings and pictures of kinds that have no room for a place or a camera's name. */
const nothingToClean = new Set(['audio/midi', 'image/bmp', 'image/x-icon', 'image/icns', 'image/vnd.dwg'])

/** Looks at the bytes. The name only tells two kinds of plain text apart. */
export async function recognize(path: string, originalName: string): Promise<Recognized> {
  const { size } = await stat(path)
  if (size === 0) throw new MediaRefusal('empty', 'The file holds nothing')
  const head = await firstBytes(path)
  const charset = charsetOf(head, originalName)
  const plain = charset === 'utf-8'
  const found = isoRecording(head) ?? (await sniff(path))
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return packageOf(found)
  // A story that begins "I'm free" has the mark of a film in the right place and is still a story.
  if (found && !(plain && /^(image|audio|video)\//.test(found))) {
    const way = ways[found]
    if (way) return { type: found, way }
    if (found === 'application/rtf') return { type: found, way: 'rich text' }
    if (sealed.test(found)) throw new MediaRefusal('packed_otherwise', `We cannot look into ${found}`)
    if (found === 'application/x-cfb') throw new MediaRefusal('old_office', 'An Office file of the old kind')
    if (/^(image|audio|video)\//.test(found) && !nothingToClean.has(found)) {
      throw new MediaRefusal('cannot_clean', `We cannot take places and device names out of ${found}`)
    }
    if (!/^(text|application\/xml)/.test(found)) return { type: 'application/octet-stream', way: 'file' }
  }
  return { type: charset ? textType(head, charset, originalName) : 'application/octet-stream', way: 'file' }
}

function packageOf(found = ''): Recognized {
  const type = withoutMacros[found] ?? found
  return { type: packageTypes.has(type) ? type : 'application/octet-stream', way: 'package' }
}

async function firstBytes(path: string) {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function sniff(path: string) {
  try {
    return (await fileTypeFromFile(path, { signal: AbortSignal.timeout(10_000) }))?.mime
  } catch {
    return undefined
  }
}

/** Old QuickTime films begin with any box; brands unknown to the sniffer are recordings all the same. */
function isoRecording(head: Buffer) {
  const first = head.toString('latin1', 4, 8)
  if (['moov', 'mdat', 'wide', 'skip', 'free', 'pnot'].includes(first)) return 'video/quicktime'
  const brand = head.toString('latin1', 8, 12)
  if (first === 'ftyp' && /^(iso[m0-9]|mp4[0-9]|avc1|dash|M4V|mp7|XAVC|MSNV|f4v)/.test(brand))
    return 'video/mp4'
  return undefined
}

type Charset = 'utf-8' | 'utf-16' | 'windows-1252'

/**
 * How text is written. Spreadsheets of schools still save tables with one byte for each letter, and Windows notes
 * with two: only a name that says so is believed, because any bytes could be such letters.
 */
function charsetOf(head: Buffer, originalName: string): Charset | undefined {
  const named = ['.csv', '.tsv', '.txt'].includes(extname(originalName).toLowerCase())
  if (named && ['fffe', 'feff'].includes(head.toString('hex', 0, 2))) return 'utf-16'
  if (!head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))) return undefined
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return named ? 'windows-1252' : undefined
  }
}

function textType(head: Buffer, charset: Charset, originalName: string) {
  // Markup is handed out as bytes, so that no browser is ever tempted to show it as a page of ours.
  if (/<\s*[a-z!?/]/i.test(head.toString('latin1').replaceAll('\0', ''))) return 'application/octet-stream'
  const kind = extname(originalName).toLowerCase() === '.csv' ? 'csv' : 'plain'
  return `text/${kind}; charset=${charset}`
}
