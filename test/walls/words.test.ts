import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listOf } from './imports.ts'
import { listFiles, readSource, readSourceTree, type SourceFile } from './source-tree.ts'
import { dottedName, type Node, walk } from './syntax.ts'
import { compareWords, placeholders, type Words } from './word-files.ts'

const root = join(import.meta.dirname, '../..')
/** `module.some-name`, perhaps `@early`; anything else that is said goes to a terminal. */
const KEY = /^[a-z-]+\.[\w.@-]+$/

describe('the words on the screen', () => {
  const en = readWords('en')
  const keys = new Set(Object.values(en).flatMap((sentences) => Object.keys(sentences)))
  const sources = readSourceTree(join(root, 'src')).files.filter((file) => !file.isTest)

  test('English and French are complete, readable and alike in what they are given', () => {
    const wrong = compareWords(en, readWords('fr'))
    if (wrong.length > 0) expect.fail(`\n${wrong.join('\n')}\n`)
  })

  test('every key belongs to one file', () => {
    const all = Object.values(en).flatMap((sentences) => Object.keys(sentences))
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
  })

  test('every sentence that is said exists', () => {
    const missing = sources.flatMap((file) =>
      saidIn(file)
        .filter(({ key }) => !keys.has(key))
        .map(({ where }) => where),
    )
    if (missing.length > 0) expect.fail(`\n${missing.join('\n')}\n`)
  })

  test('sentences nobody seems to say are told, not judged', () => {
    const text = sources.map((file) => file.text).join('\n')
    const unused = [...keys].map((key) => key.replace(/@\w+$/, '')).filter((key) => !isNamed(text, key))
    if (unused.length > 0) console.info(`sentences nobody seems to say: ${unused.join(', ')}`)
    expect(unused.length).toBeLessThanOrEqual(keys.size)
  })
})

describe('the check of the words holds', () => {
  const wrongWith = (en: string | undefined, fr: string | undefined): string[] =>
    compareWords(
      { 'a.json': en === undefined ? {} : { k: en } },
      { 'a.json': fr === undefined ? {} : { k: fr } },
    )

  test.each([
    ['only in English', 'Word', undefined],
    ['only in French', undefined, 'Mot'],
    ['says nothing', 'Word', ' '],
    ['cannot be read', '{n, plural, one {', 'Mot'],
    ['other placeholders', '{n, plural, one {# of {name}} other {#}}', '{n, plural, one {#} other {#}}'],
    ['other placeholders', 'a <b>word</b>', 'un mot'],
    ['same in French', 'My work', 'My work'],
  ])('%s', (wrong, en, fr) => {
    expect(wrongWith(en, fr)).toHaveLength(1)
    expect(wrongWith(en, fr)[0]).toContain(wrong)
  })

  test('a missing file is told, and what is right passes', () => {
    expect(compareWords({ 'a.json': {} }, {})).toEqual(['words/fr/a.json is missing'])
    expect(
      wrongWith('{n, plural, one {# day} other {# days}}', '{n, plural, one {# jour} other {# jours}}'),
    ).toEqual([])
    expect(wrongWith('{name}: {n}', '{name}: {n}')).toEqual([])
    expect(wrongWith('PDF', 'PDF')).toEqual([])
  })

  test('placeholders are found at any depth', () => {
    expect(placeholders('{a} {n, plural, one {{b}} other {{c, date}}} <x>y</x>')).toEqual([
      '<x>',
      'a',
      'b',
      'c',
      'n',
    ])
  })

  test('said keys are found in calls, with their line', () => {
    const said = saidIn(
      readSource(
        'work/web/a.tsx',
        "const a = 1\nsay(early ? 'k.one' : 'k.two', { n: 'x' })\nsayIn(l, 'k.three')",
      ),
    )
    expect(said.map(({ key }) => key)).toEqual(['k.one', 'k.two', 'k.three'])
    expect(said[0]?.where).toBe('src/work/web/a.tsx:2 says "k.one", which words/en does not have')
  })
})

function readWords(locale: string): Words {
  const folder = join(root, 'words', locale)
  const files = listFiles(folder).filter((path) => path.endsWith('.json'))
  return Object.fromEntries(files.map((path) => [path, JSON.parse(readFileSync(join(folder, path), 'utf8'))]))
}

/** Keys written out in `say('key')`, `say(a ? 'key' : 'other')` and `sayIn(locale, 'key')`. */
function saidIn(file: SourceFile): { key: string; where: string }[] {
  const said: { key: string; where: string }[] = []
  walk(file.program as unknown as Node, (node) => {
    if (node.type !== 'CallExpression') return undefined
    const name = dottedName(node['callee'])?.split('.').at(-1)
    const argument = listOf(node, 'arguments')[name === 'sayIn' ? 1 : 0]
    if ((name !== 'say' && name !== 'sayIn') || !argument) return undefined
    for (const key of literals(argument)) {
      said.push({
        key,
        where: `src/${file.path}:${file.lineAt(node.start)} says "${key}", which words/en does not have`,
      })
    }
    return undefined
  })
  return said
}

function literals(node: Node): string[] {
  if (node.type === 'ConditionalExpression') {
    return [...literals(node['consequent'] as Node), ...literals(node['alternate'] as Node)]
  }
  const text = node.type === 'Literal' ? node['value'] : undefined
  return typeof text === 'string' && KEY.test(text) ? [text] : []
}

/** Written out whole, or its beginning before a hole: `ui.${day}`. */
function isNamed(text: string, key: string): boolean {
  const beginnings = [...key.matchAll(/[.-]/g)].map((match) => key.slice(0, match.index + 1))
  return (
    text.includes(`'${key}'`) ||
    text.includes(`"${key}"`) ||
    beginnings.some((start) => text.includes(`\`${start}\${`))
  )
}
