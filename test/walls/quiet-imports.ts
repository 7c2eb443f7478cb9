import { listOf } from './imports.ts'
import type { SourceFile, SourceTree } from './source-tree.ts'
import { dottedName, isFunction, type Node, walk } from './syntax.ts'
import { type Violation, violationAt } from './violation.ts'

const DECLARES =
  /^(?:Import|Export|Function|Class|Variable|TSTypeAlias|TSInterface|TSDeclareFunction|TSModule|TSEnum|TSImportEquals)/
const STARTED =
  /^(?:Kysely|Pool|pg\.Pool|Client|pg\.Client|Worker|PgBoss|BroadcastChannel|EventSource|WebSocket|QueryClient)$/

/** Wall 6, first half: reading a file changes nothing; only entry/ starts things. */
export function checkQuietImports(tree: SourceTree): Violation[] {
  return tree.files
    .filter((file) => !file.isTest && file.module !== 'entry')
    .flatMap((file) => [...checkStatements(file), ...checkStarted(file), ...checkBare(file)])
}

function checkStatements(file: SourceFile): Violation[] {
  return (file.program.body as unknown as Node[])
    .filter((node) => !DECLARES.test(node.type) && typeof node['directive'] !== 'string')
    .map((node) =>
      violationAt(file, node.start, 'does something when imported', 'put it in a function that entry/ calls'),
    )
}

/** Awaits and things that start by being made, on the way through the file itself. */
function checkStarted(file: SourceFile): Violation[] {
  const found: Violation[] = []
  walk(file.program as unknown as Node, (node) => {
    if (isFunction(node) || node.type === 'PropertyDefinition') return 'skip'
    const wrong = startOf(node)
    if (wrong) found.push(violationAt(file, node.start, wrong, 'make it in entry/ and hand it in'))
    return undefined
  })
  return found
}

function startOf(node: Node): string | undefined {
  if (node.type === 'AwaitExpression') return 'awaits while being imported'
  if (node.type === 'StaticBlock') return 'runs a static block while being imported'
  if (node.type === 'Decorator') return 'uses a decorator'
  const name = node.type === 'NewExpression' ? dottedName(node['callee']) : undefined
  return name !== undefined && STARTED.test(name) ? `holds one global ${name} for everybody` : undefined
}

function checkBare(file: SourceFile): Violation[] {
  return file.imports
    .filter((one) => one.bare && !/\.css$|^@fontsource/.test(one.specifier))
    .map((one) =>
      violationAt(
        file,
        one.offset,
        `imports ${one.specifier} for its side effect`,
        'export a function and call it',
      ),
    )
}

/** Wall 6, second half: a thing has one name and one home. */
export function checkExports(tree: SourceTree): Violation[] {
  return tree.files
    .filter((file) => !file.isTest)
    .flatMap((file) => [...checkDefaults(file), ...checkBarrel(file)])
}

function checkDefaults(file: SourceFile): Violation[] {
  return (file.program.body as unknown as Node[])
    .filter((node) => node.type === 'ExportDefaultDeclaration' || exportsDefault(node))
    .map((node) =>
      violationAt(file, node.start, 'has a default export', 'export it by name; lazy() can pick the name'),
    )
}

function exportsDefault(node: Node): boolean {
  return listOf(node, 'specifiers').some(
    (one) => one.type === 'ExportSpecifier' && (one['exported'] as Node)['name'] === 'default',
  )
}

function checkBarrel(file: SourceFile): Violation[] {
  const body = file.program.body as unknown as Node[]
  const passesOn = (node: Node): boolean =>
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && !node['declaration'])
  const barrel =
    body.some(passesOn) && body.every((node) => passesOn(node) || node.type === 'ImportDeclaration')
  return barrel
    ? [violationAt(file, 0, 'only passes on what others export', 'import from where it is written')]
    : []
}
