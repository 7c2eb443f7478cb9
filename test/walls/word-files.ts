import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'

/** The sentences of one language by file and key, as they are written in words/<locale>/*.json. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Words that are the same in both languages; a sentence that is equal and holds any other was forgotten. */
const SAME_IN_FRENCH = new Set(
  `actions agenda applications attention audio cairn code conversation danger date description document documents
  english expert français instructions invitation invitations message non note notes observation observations ok
  options page pages pdf photo photos point points portfolio public question questions session sessions
  signature solo source sources type vision`.split(/\s+/),
)

/** What is wrong between the two languages, a sentence each; nothing when they are complete. */
export function compareWords(en: Words, fr: Words): string[] {
  const files = new Set([...Object.keys(en), ...Object.keys(fr)])
  return [...files].sort().flatMap((file) => {
    if (!en[file]) return [`words/en/${file} is missing`]
    if (!fr[file]) return [`words/fr/${file} is missing`]
    return compareFile(file, en[file], fr[file])
  })
}

type Sentences = Readonly<Record<string, string>>

function compareFile(file: string, en: Sentences, fr: Sentences): string[] {
  const keys = [...new Set([...Object.keys(en), ...Object.keys(fr)])]
  return keys.flatMap((key) => compareSentence(`${file} "${key}"`, en[key], fr[key]))
}

function compareSentence(name: string, en: string | undefined, fr: string | undefined): string[] {
  if (en === undefined) return [`${name} is only in French`]
  if (fr === undefined) return [`${name} is only in English`]
  if (en.trim() === '' || fr.trim() === '') return [`${name} says nothing`]
  const unread = [readError(`${name} in English`, en), readError(`${name} in French`, fr)].filter(
    (one) => one !== '',
  )
  if (unread.length > 0) return unread
  const holes = [placeholders(en), placeholders(fr)].map((names) => names.join(', ') || 'none')
  if (holes[0] !== holes[1])
    return [`${name} has other placeholders: ${holes[0]} in English, ${holes[1]} in French`]
  return en === fr && !mayBeSame(en) ? [`${name} is the same in French: ${en}`] : []
}

function mayBeSame(sentence: string): boolean {
  const spoken = sentence.replace(/\{[^{}]*\}/g, '').match(/\p{L}+/gu) ?? []
  return spoken.every((word) => SAME_IN_FRENCH.has(word.toLowerCase()))
}

function readError(name: string, sentence: string): string {
  try {
    compileMessageOrThrow(sentence)
    return ''
  } catch (error) {
    return `${name} cannot be read: ${(error as Error).message.split('\n')[0]}`
  }
}

/** The names a sentence is to be given, also those inside plurals and choices, and its tags. */
export function placeholders(sentence: string): string[] {
  const found = new Set([...sentence.matchAll(/<\/?(\w+)\/?>/g)].map((match) => `<${match[1]}>`))
  collect(compileMessageOrThrow(sentence), found)
  return [...found].sort()
}

function collect(message: CompiledMessage, found: Set<string>): void {
  if (typeof message === 'string') return
  for (const part of message) {
    if (typeof part === 'string') continue
    const [name, , choices] = part
    found.add(name)
    if (typeof choices !== 'object' || choices === null) continue
    for (const [choice, inner] of Object.entries(choices)) {
      if (choice !== 'offset') collect(inner as CompiledMessage, found)
    }
  }
}
