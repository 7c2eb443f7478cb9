import { expect, test } from 'vitest'
import type { FrameworkDraft } from '../../competencies/framework.ts'
import { readFrameworkFile } from './framework-file.ts'

const named = { identifier: 'here', title: 'Ours' }
const read = (file: object | string | Buffer) => {
  const bytes = Buffer.isBuffer(file)
    ? file
    : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file))
  return readFrameworkFile({ name: 'file', bytes, named })
}
const draftOf = (file: object | string | Buffer): FrameworkDraft => {
  const draft = read(file)
  if ('unreadable' in draft) throw new Error(draft.unreadable)
  return draft
}

const at = { lastChangeDateTime: '2024-01-01T00:00:00+00:00' }
const CFDocument = {
  identifier: 'doc',
  uri: 'https://case.example/doc',
  creator: 'We',
  title: 'A framework',
  ...at,
}
const item = (identifier: string, more: object = {}) => ({
  identifier,
  uri: `https://case.example/${identifier}`,
  fullStatement: `Statement ${identifier}`,
  ...at,
  ...more,
})
const node = (identifier: string) => ({ title: '', identifier, uri: `https://case.example/${identifier}` })
const tie = (origin: string, destination: string, more: object = {}) => ({
  identifier: `${origin}-${destination}`,
  uri: '',
  associationType: 'isChildOf',
  originNodeURI: node(origin),
  destinationNodeURI: node(destination),
  ...at,
  ...more,
})

test('a package of CASE 1.0 or 1.1 is read, wrapped or not, with what it says of itself', () => {
  const inner = {
    CFDocument: { ...CFDocument, caseVersion: '1.1', CFPackageURI: node('doc') },
    CFItems: [item('a', { humanCodingScheme: 'M.1', educationLevel: ['03'], CFItemType: null }), item('b')],
    CFAssociations: [
      tie('a', 'doc', { sequenceNumber: 1 }),
      tie('b', 'a'),
      tie('b', 'x', { associationType: 'exactMatchOf' }),
    ],
  }
  for (const file of [inner, { CFPackage: inner }]) {
    const draft = draftOf(file)
    expect(draft).toMatchObject({ identifier: 'doc', title: 'A framework', origin: 'case', oddities: [] })
    expect(draft.competencies[0]).toMatchObject({ identifier: 'a', code: 'M.1', grades: ['03'], kind: '' })
    expect(draft.ties.map(({ kind, sequence }) => [kind, sequence])).toEqual([
      ['isChildOf', 1],
      ['isChildOf', undefined],
      ['exactMatchOf', undefined],
    ])
  }
})

test('what is odd in a package is named with its place, and the rest is taken', () => {
  const draft = draftOf({
    CFDocument,
    CFItems: [item('a'), item('a'), { identifier: 'c' }, { fullStatement: 'nameless' }, null, item('d')],
    CFAssociations: [
      tie('a', 'd'),
      tie('d', 'a'),
      tie('gone', 'doc'),
      tie('a', 'elsewhere'),
      { associationType: 'isChildOf' },
      tie('a', 'd'),
    ],
  })
  expect(draft.competencies.map(({ identifier }) => identifier)).toEqual(['a', 'd'])
  expect(draft.oddities.map(({ code, at: place }) => [code, place])).toEqual([
    ['same_identifier', 'CFItems 2'],
    ['no_statement', 'CFItems 3'],
    ['no_identifier', 'CFItems 4'],
    ['no_statement', 'CFItems 5'],
    ['tie_leads_nowhere', 'CFAssociations 3'],
    ['unknown_parent', 'CFAssociations 4'],
    ['tie_incomplete', 'CFAssociations 5'],
    ['same_tie', 'CFAssociations 6'],
    ['goes_in_circles', 'a'],
    ['goes_in_circles', 'd'],
  ])
})

test('Markdown, LaTeX, emoji and characters beyond the first plane stay as they are; NUL cannot', () => {
  const words = '| a | $\\frac{1}{2}$ 🪨 𝑑 \u0000 |'
  expect(
    draftOf({ CFDocument, CFItems: [item('a', { fullStatement: words })] }).competencies[0]?.statement,
  ).toBe(words.replace('\u0000', ''))
})

test('a table is read with our names or OpenSALT’s, whatever divides its columns, and rows are numbered as on screen', () => {
  const ours = draftOf(
    'code;statement;parent;statement_fr\nA;"Think; then speak";;Réfléchir\nA.1;Listen;A;\n;;;\n',
  )
  expect(ours.competencies.map(({ code, statement }) => [code, statement])).toEqual([
    ['A', 'Think; then speak'],
    ['A.1', 'Listen'],
  ])
  expect(ours.competencies[0]?.translations?.['fr']?.statement).toBe('Réfléchir')
  expect(ours.ties[1]).toMatchObject({ destination: ours.competencies[0]?.identifier })
  expect(ours.oddities).toEqual([{ code: 'no_statement', at: '4' }])
  const salt = draftOf(
    'identifier,fullStatement,humanCodingScheme,smartLevel\n1a,One,X,3\n1b,Two,Y,3.1\n1c,Three,Z,3.1.2\n',
  )
  expect(salt.ties.map(({ origin, destination }) => [origin, destination])).toEqual([
    ['1a', 'here'],
    ['1b', '1a'],
    ['1c', '1b'],
  ])
})

test('a table without identifiers gets the same ones each time it is brought', () => {
  const table = 'code,statement\nA,One\nB,Two\n'
  const identifiers = () => draftOf(table).competencies.map(({ identifier }) => identifier)
  expect(identifiers()).toEqual(identifiers())
})

test('the encodings that office programs write are read', () => {
  const words = 'code,statement\nA,Évaluer ça\n'
  const latin = Buffer.from(words, 'latin1')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')])
  const marked = Buffer.from(`\uFEFF${words}`)
  for (const bytes of [latin, wide, marked]) {
    expect(draftOf(bytes).competencies[0]?.statement).toBe('Évaluer ça')
  }
})

test.each([
  ['', 'empty'],
  ['{"CFItems": []}', 'no_package'],
  ['{"CFDocument": 3}', 'no_document'],
  ['{"CFDocument": {', 'not_json'],
  ['[]', 'no_package'],
  ['"a', 'not_a_table'],
  ['name,age\nA,3\n', 'no_statement_column'],
  ['statement\n', 'empty'],
  ['PK\u0003\u0004 a workbook', 'workbook'],
  ['<!doctype html><title>Sign in</title>', 'web_page'],
])('%j is refused as %s', (words, reason) => {
  expect(read(words)).toEqual({ unreadable: reason })
})

test('a version nobody has heard of is read all the same, and named', () => {
  const of = (caseVersion: string) =>
    draftOf({ CFDocument: { ...CFDocument, caseVersion }, CFItems: [item('a', {})] }).oddities
  expect(of('1.1')).toEqual([])
  expect(of('9.7')).toEqual([{ code: 'other_version', at: 'CFDocument', detail: '9.7' }])
})
