import { SQL_ALSO_IN } from './house.ts'
import type { SourceFile, SourceTree } from './source-tree.ts'
import { type Node, walk } from './syntax.ts'
import { type Violation, violationAt } from './violation.ts'

const BUILDERS = /^(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|selectNoFrom)$/
const WRITERS = /^(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)$/
const STATEMENT =
  /^\s*(?:select\s[\s\S]+\sfrom\s|with\s+\w+\s+as\s*\(|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s)/i
const WRITE = /\b(?:insert\s+into|update\s+[\w".]+\s+set|delete\s+from|merge\s+into|truncate)\b/i

/** Wall 3: SQL lives in store.ts, *-store.ts, policy.ts, access/ and platform/. */
export function checkSqlHome(tree: SourceTree): Violation[] {
  const instead = 'move the SQL into a named function of store.ts (or a rule of policy.ts) and call that'
  return tree.files
    .filter((file) => !file.isTest && !mayHoldSql(file))
    .flatMap((file) => [
      ...file.imports
        .filter((one) => /^(?:kysely|pg)(?:$|\/)/.test(one.specifier))
        .map((one) => violationAt(file, one.offset, `imports ${one.specifier} outside a store`, instead)),
      ...findSql(file, BUILDERS, (text) => STATEMENT.test(text) && isOneCase(text)).map((found) =>
        violationAt(file, found.start, `writes SQL (${found.what}) outside a store`, instead),
      ),
    ])
}

/** Wall 5: interop reads and calls use cases; it never writes a table. */
export function checkInteropWrites(tree: SourceTree): Violation[] {
  const instead = 'call the use case or the store function of the module that owns the table'
  return tree.files
    .filter((file) => !file.isTest && file.module === 'interop')
    .flatMap((file) =>
      findSql(file, WRITERS, (text) => WRITE.test(text)).map((found) =>
        violationAt(file, found.start, `interop writes a table (${found.what})`, instead),
      ),
    )
}

const TIE_ALIAS = /\b(?:enrolled|teaching|expecting|guarding|belonging|seating|serving|working|staffing)\.\w/g

/** The aliases of access/relations.ts belong to it alone, or a tie would be compared with itself. */
export function checkTieAliases(tree: SourceTree): Violation[] {
  return tree.files
    .filter((file) => !file.isTest && mayHoldSql(file) && file.module !== 'access')
    .flatMap((file) =>
      [...file.text.matchAll(TIE_ALIAS)].map((found) =>
        violationAt(
          file,
          found.index,
          `uses an alias of access/relations.ts (${found[0]})`,
          'choose another alias',
        ),
      ),
    )
}

function mayHoldSql(file: SourceFile): boolean {
  if (file.kind === 'store' || file.kind === 'policy') return true
  return ['access', 'platform', ...SQL_ALSO_IN.map((one) => one.module)].includes(file.module)
}

type Found = { start: number; what: string }

function findSql(file: SourceFile, builders: RegExp, isSql: (text: string) => boolean): Found[] {
  const found: Found[] = []
  walk(file.program as unknown as Node, (node) => {
    const what = sqlIn(node, builders, isSql)
    if (what) found.push({ start: node.start, what })
    return node.type === 'ImportDeclaration' ? 'skip' : undefined
  })
  return found
}

function sqlIn(node: Node, builders: RegExp, isSql: (text: string) => boolean): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = (node['property'] as Node)['name']
    return typeof name === 'string' && builders.test(name) ? name : undefined
  }
  const text = textOf(node)
  return text !== undefined && isSql(text) ? text.trim().slice(0, 30) : undefined
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral') return undefined
  return (node['quasis'] as Node[]).map((part) => (part['value'] as { raw: string }).raw).join(' x ')
}

/** A sentence on a screen starts with a capital and goes on small; SQL is one or the other. */
function isOneCase(text: string): boolean {
  const word = text.trim().split(/\s/)[0] ?? ''
  return word === word.toLowerCase() || word === word.toUpperCase()
}
