/**
 * Takes out of a picture's own bytes what is written beside its pixels: places, cameras, names, thumbnails.
 * The pixels are not touched, so that a picture inside a document stays what it was. Undefined means that
 * these bytes are no picture of a kind known here.
 */
export function scrubPicture(bytes: Buffer): Buffer | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return scrubJpeg(bytes)
  if (bytes.toString('latin1', 1, 4) === 'PNG') return scrubPng(bytes)
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return scrubGif(bytes)
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') {
    return scrubWebp(bytes)
  }
  return undefined
}

const [startOfScan, app0, app2, app14, app15, comment] = [0xda, 0xe0, 0xe2, 0xee, 0xef, 0xfe]

function scrubJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let turned = 1
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    if (marker === startOfScan) break
    if (marker === 0xe1) turned = orientationIn(segment) ?? turned
    if (isPixels(marker, segment)) kept.push(segment)
    at = end
  }
  if (turned !== 1) kept.splice(1, 0, orientationAlone(turned))
  // a film may hang behind the last mark of a live picture, or a second picture with words of its own
  return Buffer.concat([...kept, bytes.subarray(at, endOfPicture(bytes, at))])
}

/** From scan to scan until the mark that ends the picture. In coded stretches a marker's first byte is doubled. */
function endOfPicture(bytes: Buffer, from: number): number {
  let at = from
  while (at + 4 <= bytes.length) {
    at += 2 + bytes.readUInt16BE(at + 2)
    while (at + 1 < bytes.length && !(bytes[at] === 0xff && endsStretch(bytes[at + 1] ?? 0))) at += 1
    if (bytes[at + 1] === 0xd9) return at + 2
  }
  return bytes.length
}

const endsStretch = (marker: number) => marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)

/** Colors and how to decode are part of the picture; Adobe's mark says which colors they are. */
function isPixels(marker: number, segment: Buffer): boolean {
  if (marker === comment) return false
  if (marker < app0 || marker > app15) return true
  if (marker === app0) return segment.toString('latin1', 4, 8) === 'JFIF' && segment.length <= 18
  if (marker === app2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE'
  return marker === app14 && segment.toString('latin1', 4, 9) === 'Adobe'
}

function orientationIn(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 8) !== 'Exif' || segment.length < 22) return undefined
  const tiff = segment.subarray(10)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const long = (at: number) =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  const list = long(4)
  for (let entry = 0; entry < short(list); entry++) {
    const at = list + 2 + entry * 12
    if (short(at) === 0x0112) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : undefined
  }
  return undefined
}

/** Which way is up, and not a word more. */
function orientationAlone(turned: number): Buffer {
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex')
  exif.writeUInt16BE(turned, 28)
  return exif
}

const pngKept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
)

function scrubPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (pngKept.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}

function scrubWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = []
  const end = Math.min(bytes.length, bytes.readUInt32LE(4) + 8)
  for (let at = 12; at + 8 <= end; ) {
    const length = bytes.readUInt32LE(at + 4)
    const type = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, at + 8 + length + (length % 2)))
    // its flags no longer promise what has gone
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c
    if (/^(VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/.test(type)) kept.push(chunk)
    at += 8 + length + (length % 2)
  }
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  header.writeUInt32LE(4 + kept.reduce((sum, chunk) => sum + chunk.length, 0), 4)
  return Buffer.concat([header, ...kept])
}

function scrubGif(bytes: Buffer): Buffer {
  const palette = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = 13 + palette(bytes[10] ?? 0)
  const kept = [bytes.subarray(0, at)]
  const blocksEnd = (from: number) => {
    let end = from
    while (end < bytes.length && bytes[end] !== 0) end += (bytes[end] ?? 0) + 1
    return end + 1
  }
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === 0x21) {
      const end = blocksEnd(at + 2)
      const application = bytes.toString('latin1', at + 3, at + 14)
      const isLoop = bytes[at + 1] === 0xff && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(application)
      if (bytes[at + 1] === 0xf9 || isLoop) kept.push(bytes.subarray(at, end))
      at = end
    } else if (kind === 0x2c) {
      const end = blocksEnd(at + 11 + palette(bytes[at + 9] ?? 0))
      kept.push(bytes.subarray(at, end))
      at = end
    } else break
  }
  return Buffer.concat([...kept, Buffer.from([0x3b])])
}
