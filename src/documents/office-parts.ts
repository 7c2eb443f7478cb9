import { MediaRefusal } from '../workshop/media-refusal.ts'

/** What becomes of one part of a package: another text, false for nothing at all; undefined leaves it as it is. */
export type PartRule = (name: string, text: () => string) => string | false | undefined

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** Who wrote it, for whom, with what, and where on their disk: rewritten as nobody's. */
const anonymous: Record<string, string> = {
  'docProps/core.xml': `${xml}<cp:coreProperties xmlns:cp="${package_}/metadata/core-properties"/>`,
  'docProps/app.xml': `${xml}<Properties xmlns="${office}/extended-properties"/>`,
  'docProps/custom.xml': `${xml}<Properties xmlns="${office}/custom-properties"/>`,
}

/** Macros, and what their removal leaves behind. */
const macroPart = /(^|\/)(vbaProject(Signature\w*)?\.bin|vbaData\.xml|attachedToolbars\.bin)(\.rels)?$/i
const thumbnail = /^docProps\/thumbnail\.\w+$/i

export const isMacro = (name: string): boolean => macroPart.test(name)

/** Word, PowerPoint and Excel. */
export const officeRule: PartRule = (name, text) => {
  if (name in anonymous) return anonymous[name]
  if (isMacro(name) || thumbnail.test(name)) return false
  if (/^xl\/macrosheets\//i.test(name)) throw new MediaRefusal('macros', 'Old macros in sheets')
  if (name === '[Content_Types].xml') return withoutMacroTypes(text())
  if (name.endsWith('.rels')) return withoutTies(text())
  if (
    /^(word|ppt|xl)\/.*(comment|people|person|author|footnotes|endnotes|header|footer|document|workbook|settings|presProps|revision)/i.test(
      name,
    ) &&
    name.endsWith('.xml')
  ) {
    return withoutAuthors(name, text())
  }
  return undefined
}

function withoutMacroTypes(types: string): string {
  return (
    types
      .replaceAll(/<Override\b[^>]*(vbaProject|vbaData|attachedToolbars)[^>]*\/>/gi, '')
      // macros gone, other parts with that ending still need some type
      .replaceAll('application/vnd.ms-office.vbaProject', 'application/octet-stream')
      .replaceAll(/<Override\b[^>]*PartName="\/docProps\/thumbnail[^>]*\/>/gi, '')
      .replaceAll('application/vnd.ms-word.document.macroEnabled.main+xml', wordMain)
      .replaceAll('application/vnd.ms-word.template.macroEnabledTemplate.main+xml', wordMain)
      .replaceAll(
        /application\/vnd\.ms-powerpoint\.(\w+)\.macroEnabled\.main\+xml/g,
        'application/vnd.openxmlformats-officedocument.presentationml.$1.main+xml',
      )
      .replaceAll(
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      )
  )
}
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A template on somebody's disk or on another host is fetched when the document is opened, macros and all. */
function withoutTies(relationships: string): string {
  return relationships
    .replaceAll(
      /<Relationship\b[^>]*(vbaProject|wordVbaData|attachedToolbars|metadata\/thumbnail)[^>]*\/>/gi,
      '',
    )
    .replaceAll(/<Relationship\b[^>]*\/attachedTemplate"[^>]*\/>/gi, (tie) =>
      tie.replace(/Target="[^"]*"/, 'Target="Normal.dotm"'),
    )
    .replaceAll(/Target="file:\/\/\/?[^"]*[/\\]([^"/\\]*)"/gi, 'Target="file:///$1"')
}

function withoutAuthors(name: string, part: string): string {
  const plain = part
    .replaceAll(
      /\b((?:w|w15|w16\w*|p|p15|p188|p223):)?(author|initials|userId|providerId|displayName|lastEditedBy)="[^"]*"/g,
      (_, space = '', word) => `${space}${word}="${stand(word)}"`,
    )
    .replaceAll(/<author>[^<]*<\/author>/g, '<author>Author</author>')
    .replaceAll(/\burl="(?:[A-Za-z]:\\|\/Users\/|\/home\/|https?:)[^"]*"/g, (path) =>
      name.includes('workbook') ? 'url=""' : path,
    )
    .replaceAll(/<(?:w:)?fileSharing\b[^>]*\/>/g, '')
  return name === 'word/people.xml' ? plain.replaceAll(/<w15:person\b[\s\S]*?<\/w15:person>/g, '') : plain
}

const stand = (word: string) => (word === 'initials' ? 'A' : word === 'providerId' ? 'None' : 'Author')

const emptyMeta =
  '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>'

export const isOpenDocumentMacro = (name: string): boolean => /^(Basic|Scripts)\//.test(name)

/** LibreOffice and its kin. */
export const openDocumentRule: PartRule = (name, text) => {
  if (name === 'meta.xml') return emptyMeta
  if (isOpenDocumentMacro(name) || /^(Thumbnails|Configurations2\/accelerator)\//.test(name)) return false
  if (name === 'META-INF/manifest.xml') {
    return text().replaceAll(
      /<manifest:file-entry\b[^>]*full-path="(Basic|Scripts|Thumbnails|Configurations2\/accelerator)\/[^>]*\/>/g,
      '',
    )
  }
  if (name === 'settings.xml') {
    return text().replaceAll(
      /<config:config-item\b[^>]*config:name="(Printer\w*|.*Path|.*URL)"[^>]*>[\s\S]*?<\/config:config-item>/g,
      '',
    )
  }
  if (/(^|\/)(content|styles)\.xml$/.test(name)) {
    return text()
      .replaceAll(/<(dc:creator|meta:creator-initials|loext:sender-initials)>[^<]*</g, '<$1><')
      .replaceAll(/<office:event-listeners>[\s\S]*?<\/office:event-listeners>/g, '')
      .replaceAll(/<(script:event-listener|office:script)\b[^>]*?(\/>|>[\s\S]*?<\/\1>)/g, '')
  }
  return undefined
}

/** A book keeps its title and language; who is named in it for the shops goes. */
export const bookRule: PartRule = (name, text) => {
  if (/iTunesMetadata|calibre_bookmarks|com\.apple\.ibooks/i.test(name)) return false
  if (!name.toLowerCase().endsWith('.opf')) return undefined
  return text()
    .replaceAll(
      /<dc:(creator|contributor|publisher|rights|source|relation|coverage)\b[^>]*(\/>|>[\s\S]*?<\/dc:\1>)/g,
      '',
    )
    .replaceAll(
      /<meta\b[^>]*(name|property)="(generator|calibre:[^"]*|Sigil version|file-as|role)"[^>]*(\/>|>[^<]*<\/meta>)/g,
      '',
    )
}

export const plainRule: PartRule = (name) =>
  /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(name) ? false : undefined
