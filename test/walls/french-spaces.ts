/**
 * How French is set in Canada (Office québécois de la langue française): nothing before ; ? and !, a space that
 * does not break before a colon and inside « ». A plain space there lets a line begin with the sign.
 */
const wrong = /[ \u{a0}\u{202f}][;?!]|[ \u{202f}][:»]|«[^\u{a0}]/u

/** Where a sentence is set otherwise: the words around it; nothing when all is well. */
export function looseSpace(sentence: string): string | undefined {
  const found = wrong.exec(sentence)
  return found ? sentence.slice(Math.max(0, found.index - 20), found.index + 4) : undefined
}
