import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanDocument, type DocumentWay } from './document-cleaning.ts'

let folder = ''
let photo = new Uint8Array()
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'))
  const exif = { IFD0: { Model: 'Telltale 9' }, IFD3: { GPSLatitude: '48/1 25/1 42/1' } }
  photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#d08050' } })
    .withExif(exif)
    .jpeg()
    .toBuffer()
})
afterAll(() => rm(folder, { recursive: true }))

async function clean(way: DocumentWay, bytes: Uint8Array) {
  count += 1
  const [source, target] = [join(folder, `source-${count}`), join(folder, `clean-${count}`)]
  await writeFile(source, bytes)
  const remarks = await cleanDocument(way, source, target, folder)
  return { remarks, bytes: await readFile(target) }
}
async function cleanParts(parts: Zippable) {
  const { remarks, bytes } = await clean('package', zipSync(parts))
  const found = unzipSync(bytes)
  const read = (name: string) => (found[name] ? strFromU8(found[name]) : undefined)
  return {
    remarks,
    read,
    names: Object.keys(found),
    all: Object.values(found)
      .map((part) => Buffer.from(part).toString('latin1'))
      .join('\n'),
  }
}
const xml = (text: string) => strToU8(text)

test('a Word document keeps its words and pictures, and forgets its author, company, template, camera and place', async () => {
  const { read, all, names } = await cleanParts({
    '[Content_Types].xml': xml(
      '<Types><Override PartName="/docProps/thumbnail.jpeg" ContentType="image/jpeg"/></Types>',
    ),
    '_rels/.rels': xml(
      '<Relationships><Relationship Id="r1" Type="http://x/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/><Relationship Id="r2" Type="t" Target="word/document.xml"/></Relationships>',
    ),
    'docProps/core.xml': xml('<dc:creator>Telltale Anna</dc:creator>'),
    'docProps/app.xml': xml('<Company>Telltale Inc</Company>'),
    'docProps/thumbnail.jpeg': photo,
    'word/document.xml': xml(
      '<w:p><w:ins w:id="1" w:author="Telltale Anna" w:date="2026"><w:t>My author="x" story</w:t></w:ins></w:p>',
    ),
    'word/comments.xml': xml('<w:comment w:author="Telltale Anna" w:initials="TA">Nice</w:comment>'),
    'word/_rels/settings.xml.rels': xml(
      '<Relationship Id="r1" Type="http://o/attachedTemplate" Target="https://telltale.example/evil.dotm" TargetMode="External"/>',
    ),
    'word/media/image1.jpeg': photo,
  })
  expect(all).not.toMatch(/Telltale|telltale|GPS/)
  expect(names).not.toContain('docProps/thumbnail.jpeg')
  expect(read('_rels/.rels')).toContain('word/document.xml')
  expect(read('word/document.xml')).toContain('story</w:t>')
  expect(read('word/comments.xml')).toContain('>Nice<')
})

test('macros are taken out of a document, and that is said; old macros in sheets are refused', async () => {
  const { read, names, remarks } = await cleanParts({
    '[Content_Types].xml': xml(
      '<Types><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    ),
    'word/_rels/document.xml.rels': xml(
      '<Relationships><Relationship Id="r9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
    ),
    'word/document.xml': xml('<w:p/>'),
    'word/vbaProject.bin': xml('Shell("calc")'),
  })
  expect(remarks).toEqual(['macros_removed'])
  expect(names).toEqual(['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/document.xml'])
  expect(read('[Content_Types].xml')).toContain('wordprocessingml.document.main+xml')
  expect(read('[Content_Types].xml')).not.toMatch(/vba|macro/i)
  expect(read('[Content_Types].xml')).toContain('Extension="bin" ContentType="application/octet-stream"')
  expect(read('word/_rels/document.xml.rels')).not.toContain('vba')
  await expect(
    cleanParts({ '[Content_Types].xml': xml('<Types/>'), 'xl/macrosheets/sheet1.xml': xml('=EXEC("calc")') }),
  ).rejects.toMatchObject({ code: 'macros' })
})

test('an OpenDocument and a book forget who made them; the first part stays first and unpacked', async () => {
  const odt = await cleanParts({
    mimetype: [xml('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': xml(
      '<manifest:file-entry manifest:full-path="content.xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" x=""/><manifest:file-entry manifest:full-path="Basic/script.xml"/>',
    ),
    'meta.xml': xml('<meta:initial-creator>Telltale Anna</meta:initial-creator>'),
    'content.xml': xml(
      '<office:annotation><dc:creator>Telltale Anna</dc:creator><text:p>Nice</text:p></office:annotation>',
    ),
    'settings.xml': xml(
      '<config:config-item config:name="PrinterName" config:type="string">Telltale Laser</config:config-item>',
    ),
    'Thumbnails/thumbnail.png': photo,
    'Basic/Standard/Module1.xml': xml('Shell("calc")'),
  })
  expect(odt.all).not.toMatch(/Telltale/)
  expect(odt.remarks).toEqual(['macros_removed'])
  expect(odt.names[0]).toBe('mimetype')
  expect(odt.read('META-INF/manifest.xml')).toBe('<manifest:file-entry manifest:full-path="content.xml"/>')
  const book = await cleanParts({
    mimetype: [xml('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': xml('<container/>'),
    'OEBPS/content.opf': xml(
      '<dc:title>My Book</dc:title><dc:creator id="c">Telltale Anna</dc:creator><meta name="generator" content="Telltale 9"/>',
    ),
  })
  expect(book.all).not.toMatch(/Telltale/)
  expect(book.read('OEBPS/content.opf')).toContain('<dc:title>My Book</dc:title>')
})

test('in a package of project files photos, documents and packages within are cleaned, the rest stays byte for byte', async () => {
  const inner = zipSync({ 'docProps/core.xml': xml('Telltale Anna'), '[Content_Types].xml': xml('<Types/>') })
  const { all, read, names } = await cleanParts({
    'project.json': xml('{"targets":[]}'),
    'photos/one.jpg': photo,
    'report.docx': inner,
    '__MACOSX/._one.jpg': xml('Telltale'),
    '../../climb.txt': xml('up'),
    'C:\\disk.txt': xml('disk'),
  })
  expect(all).not.toMatch(/Telltale|GPS/)
  expect(read('project.json')).toBe('{"targets":[]}')
  expect(names.toSorted()).toEqual([
    '_/_/climb.txt',
    'disk.txt',
    'photos/one.jpg',
    'project.json',
    'report.docx',
  ])
})

function bomb() {
  let bytes = zipSync({ 'zeros.bin': new Uint8Array(120 * 1024 * 1024) }, { level: 9 })
  for (let depth = 0; depth < 5; depth++) bytes = zipSync({ [`${depth}.zip`]: bytes })
  return bytes
}

test.each<[string, () => Uint8Array, string]>([
  [
    'a package that grows a thousand times',
    () => zipSync({ a: new Uint8Array(120 * 1024 * 1024) }, { level: 9 }),
    'bomb',
  ],
  ['packages in packages in packages', bomb, 'bomb'],
  [
    'a package that says it is small',
    () => lie(zipSync({ a: new Uint8Array(1000).fill(7) }), 24, 10),
    'bomb',
  ],
  ['a package locked with a password', () => lie(zipSync({ a: xml('secret') }), 8, 1), 'locked'],
  ['half a package', () => zipSync({ a: photo, b: photo }).subarray(0, 500), 'truncated'],
  ['a package of nonsense', () => strToU8('PK\x03\x04 nonsense'), 'truncated'],
  ['a PDF of nonsense', () => strToU8('%PDF-1.7\nbroken'), 'unreadable'],
])('%s is refused', async (name, bytes, code) => {
  await expect(clean(name.includes('PDF') ? 'pdf' : 'package', bytes())).rejects.toMatchObject({ code })
})

/** Changes a number in the directory of a package. */
function lie(bytes: Uint8Array, place: number, value: number) {
  const copy = Buffer.from(bytes)
  copy.writeUInt16LE(value, copy.indexOf('PK\x01\x02', 0, 'latin1') + place)
  return copy
}

test('a PDF keeps its pages and forgets its author, its dates, its scripts, its attachments and where its photos were taken', async () => {
  const document = await PDFDocument.create()
  document.setAuthor('Telltale Anna')
  document.setTitle('Telltale title')
  const page = document.addPage([200, 100])
  page.drawImage(await document.embedJpg(photo), { x: 0, y: 0, width: 90, height: 60 })
  document.addJavaScript('open', 'app.alert("Telltale")')
  await document.attach(strToU8('Telltale attachment'), 'notes.txt')
  const { context } = document
  const metadata = context.stream('<x:xmpmeta>Telltale</x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), context.register(metadata))
  document.catalog.set(
    PDFName.of('OpenAction'),
    context.obj({ S: 'JavaScript', JS: PDFString.of('Telltale()') }),
  )
  const note = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    T: PDFHexString.fromText('Telltale Anna'),
    Contents: PDFString.of('Nice'),
  })
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]))
  context.register(context.obj({ Left: PDFString.of('Telltale draft') }))
  const source = await document.save({ useObjectStreams: false })
  expect(Buffer.from(source).includes('Telltale')).toBe(true)
  const { bytes, remarks } = await clean('pdf', source)
  expect(remarks).toEqual(['attachments_removed'])
  const after = await PDFDocument.load(bytes, { updateMetadata: false })
  expect([after.getPageCount(), after.getAuthor(), after.getTitle(), after.getProducer()]).toEqual([
    1,
    undefined,
    undefined,
    undefined,
  ])
  const plain = Buffer.from(await after.save({ useObjectStreams: false })).toString('latin1')
  expect(plain).not.toMatch(/Telltale|54656C6C|0054|JavaScript|GPS|Metadata/)
  expect(plain).toContain('Nice')
})

test('a rich text loses its information and its objects, braces and bytes notwithstanding', async () => {
  const rtf = String.raw`{\rtf1\ansi{\info{\title \{x}{\author Telltale}}{\*\generator Telltale;}Dear \{diary\}, {\b bold}{\object\objemb{\*\objdata 54656c6c}}{\pict\bin3 }}} end}`
  const { bytes } = await clean('rich text', Buffer.from(rtf, 'latin1'))
  expect(bytes.toString('latin1')).toBe(
    String.raw`{\rtf1\ansi Dear \{diary\}, {\b bold}{\pict\bin3 }}} end}`.replace('ansi ', 'ansi'),
  )
})

test('a PDF that calls its pages its information, or says its version by half, keeps its pages', async () => {
  const bytes = Buffer.from(`junk before %PDF-1.
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/Author(Telltale)>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R/Info 2 0 R>>`)
  const { bytes: clean_ } = await clean('pdf', bytes)
  const after = await PDFDocument.load(clean_, { updateMetadata: false })
  expect(after.getPageCount()).toBe(1)
  expect(Buffer.from(await after.save({ useObjectStreams: false })).includes('Telltale')).toBe(false)
})
