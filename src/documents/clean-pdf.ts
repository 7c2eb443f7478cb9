import { readFile, writeFile } from 'node:fs/promises'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { scrubPicture } from '../traces/picture-traces.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'

export type PdfRemark = 'attachments_removed'

/** Who wrote it, with what, when and from which file; forms that are programs; words of a page about itself. */
const unwantedKeys = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'Thumb',
  'AA',
  'XFA',
  'SpiderInfo',
  'Collection',
  'AF',
].map((key) => PDFName.of(key))
const runs = new Set([
  '/JavaScript',
  '/Launch',
  '/ImportData',
  '/SubmitForm',
  '/Rendition',
  '/RichMediaExecute',
  '/GoToE',
])
const informationWords = 'Title Author Subject Keywords Creator Producer CreationDate ModDate Trapped'.split(
  ' ',
)
const key = (name: string) => PDFName.of(name)

/** Writes a PDF anew from what its pages need, without the rest. */
export async function cleanPdf(source: string, target: string): Promise<PdfRemark[]> {
  const document = await open(await readFile(source))
  const { context } = document
  const { Info, Root } = context.trailerInfo
  const told = Info && context.lookup(Info)
  // some programs name a part of the document here: only the words go, and what nothing else needs
  if (told instanceof PDFDict) for (const word of informationWords) told.delete(key(word))
  delete context.trailerInfo.Info
  delete context.trailerInfo.ID
  const names = document.catalog.lookup(key('Names'))
  const hadAttachments = names instanceof PDFDict && names.has(key('EmbeddedFiles'))
  if (names instanceof PDFDict) for (const name of ['JavaScript', 'EmbeddedFiles']) names.delete(key(name))
  const opens = document.catalog.lookup(key('OpenAction'))
  if (opens instanceof PDFDict && runsSomething(opens)) document.catalog.delete(key('OpenAction'))
  for (const [, object] of context.enumerateIndirectObjects()) cleanDeep(object, 0)
  if (Root) keepReachable(context, Root)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) cleanStream(context, ref, object)
  }
  await writeFile(
    target,
    await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }),
  )
  return hadAttachments ? ['attachments_removed'] : []
}

async function open(bytes: Buffer): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(withVersion(bytes), { updateMetadata: false })
    document.getPageCount()
    return document
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const locked = /encrypt|password/i.test(reason)
    throw new MediaRefusal(locked ? 'locked' : 'unreadable', reason)
  }
}

/** What stands in front of a document is not part of it, and half a version number is taken for a whole one. */
function withVersion(bytes: Buffer): Buffer {
  const at = bytes.subarray(0, 4096).indexOf('%PDF-')
  if (at < 0) throw new MediaRefusal('unreadable', 'This is not a PDF')
  const whole = bytes.subarray(at)
  if (/^%PDF-\d\.\d/.test(whole.toString('latin1', 0, 8))) return whole
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), whole.subarray(Math.max(5, whole.indexOf('\n') + 1))])
}

/** What an earlier state of the document left behind is not part of it any more. */
function keepReachable(context: PDFContext, root: PDFObject): void {
  const seen = new Set<PDFObject>()
  const waiting: PDFObject[] = [root]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next instanceof PDFRef) waiting.push(...[context.lookup(next)].flatMap((found) => found ?? []))
    else if (next instanceof PDFDict) waiting.push(...next.values())
    else if (next instanceof PDFArray) waiting.push(...next.asArray())
    else if (next instanceof PDFStream) waiting.push(next.dict)
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref)) context.delete(ref)
}

function cleanDeep(object: PDFObject, depth: number): void {
  if (depth > 100) return
  if (object instanceof PDFStream) cleanDeep(object.dict, depth)
  else if (object instanceof PDFArray) for (const one of object.asArray()) cleanDeep(one, depth + 1)
  else if (object instanceof PDFDict) {
    cleanDict(object)
    for (const one of object.values()) cleanDeep(one, depth + 1)
  }
}

function runsSomething(dict: PDFDict): boolean {
  const action = dict.get(key('S'))
  return action instanceof PDFName && runs.has(action.asString())
}

function cleanDict(dict: PDFDict): void {
  for (const unwanted of unwantedKeys) dict.delete(unwanted)
  if (runsSomething(dict)) for (const [name] of dict.entries()) dict.delete(name)
  const kind = dict.get(key('Subtype'))
  const isNote = kind instanceof PDFName && kind.asString() !== '/Widget' && dict.has(key('Rect'))
  // whoever left a note is named in it; in a field the same letter is the field's own name
  if (isNote) for (const name of ['T', 'M', 'CreationDate']) dict.delete(key(name))
  if (kind instanceof PDFName && kind.asString() === '/FileAttachment') dict.delete(key('FS'))
}

/** A photo lies in a PDF as it came from the camera. */
function cleanStream(context: PDFContext, ref: PDFRef, stream: PDFRawStream): void {
  const filter = stream.dict.lookup(key('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter
  if (!(only instanceof PDFName) || only.asString() !== '/DCTDecode') return
  const clean = scrubPicture(Buffer.from(stream.contents))
  if (clean) context.assign(ref, PDFRawStream.of(stream.dict, clean))
}
