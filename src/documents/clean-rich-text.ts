import { readFile, writeFile } from 'node:fs/promises'
import { MediaRefusal } from '../workshop/media-refusal.ts'

/** Who wrote it and with what, and objects that would run or hide: whole groups of an RTF that nobody reads. */
const unwanted =
  /^\{\s*(?:\\\*\s*)?\\(info|userprops|xmlnstbl|rsidtbl|generator|object|objdata|template|passwordhash|company|operator|author|datastore|themedata|colorschememapping|atnid|atnauthor|revtbl|mmathPr|docvar|datafield|linkval)(?![a-z])/

/** Writes an RTF without them. Braces are groups, a backslash takes the next letter out of the count. */
export async function cleanRichText(source: string, target: string): Promise<void> {
  const text = await readFile(source, 'latin1')
  if (!text.startsWith('{\\rtf')) throw new MediaRefusal('unreadable', 'This is not a rich text')
  const kept: string[] = []
  let from = 0
  for (let at = 1; at < text.length; at++) {
    const letter = text[at]
    if (letter === '\\') at += skipped(text, at)
    if (letter !== '{' || !unwanted.test(text.slice(at, at + 40))) continue
    kept.push(text.slice(from, at))
    at = groupEnd(text, at)
    from = at + 1
  }
  kept.push(text.slice(from))
  await writeFile(target, kept.join(''), 'latin1')
}

/** After `\bin12 ` come twelve bytes that mean nothing to the count of braces. */
function skipped(text: string, at: number): number {
  const binary = /^\\bin(\d{1,9}) ?/.exec(text.slice(at, at + 16))
  return binary ? binary[0].length - 1 + Number(binary[1]) : 1
}

function groupEnd(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += skipped(text, at)
    else if (text[at] === '{') depth += 1
    else if (text[at] === '}' && --depth === 0) return at
  }
  return text.length
}
