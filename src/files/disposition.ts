import { create } from 'content-disposition'

/* Only what a browser shows or plays without running anything; a PDF opens in the reader's own program. */
const inlineTypes = /^(image\/(webp|jpeg|png|gif)|(audio|video)\/[a-z0-9-]+)$/
const markFree = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
const mostBytes = 200

/** A name that is safe on any disk and in any header, in the letters its owner chose. */
export function safeFileName(originalName: string): string {
  const last = originalName.normalize('NFC').replace(markFree, '').split(/[/\\]/).at(-1) ?? ''
  const trimmed = last.replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')
  if (!trimmed) return 'file'
  const named = reserved.test(trimmed) ? `_${trimmed}` : trimmed
  const dot = named.lastIndexOf('.')
  const extension = dot > 0 && named.length - dot <= 12 ? named.slice(dot) : ''
  return shortened(named.slice(0, named.length - extension.length), extension) + extension
}

/** Disks count bytes, not letters, and a letter is never cut in two. */
function shortened(stem: string, extension: string) {
  let room = mostBytes - Buffer.byteLength(extension)
  const letters = Array.from(stem)
  const end = letters.findIndex((letter) => {
    room -= Buffer.byteLength(letter)
    return room < 0
  })
  return end === -1 ? stem : letters.slice(0, end).join('').trimEnd()
}

/** May be shown in the page. Whoever asks to save it gets a file all the same. */
export function isInline(type: string): boolean {
  return inlineTypes.test(type)
}

/** The Content-Disposition header, with the name in its own alphabet and a plain one beside it. */
export function contentDisposition(rendition: { name: string; type: string }, inline: boolean): string {
  const name = namedAs(safeFileName(rendition.name), rendition.type)
  return create(name, { type: inline && isInline(rendition.type) ? 'inline' : 'attachment' })
}

const extensions: Record<string, string> = {
  'image/webp': '.webp',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
  'audio/mp4': '.m4a',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/vnd.openxmlformats-officedocument.presentationml.slideshow': '.ppsx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
}

/** A HEIC that became a JPEG says so in its name, or its owner's computer will not open it. */
function namedAs(name: string, type: string) {
  const extension = extensions[type]
  if (!extension || name.toLowerCase().endsWith(extension)) return name
  if (extension === '.jpg' && /\.jpeg$/i.test(name)) return name
  return name.replace(/\.[^.]{1,11}$/, '') + extension
}
