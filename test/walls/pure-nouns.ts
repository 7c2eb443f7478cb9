import { isServerPackage } from './browser-code.ts'
import { listOf } from './imports.ts'
import { findReach } from './reach.ts'
import { kindOf, type SourceFile, type SourceTree } from './source-tree.ts'
import { dottedName, isFunction, type Node, walk } from './syntax.ts'
import { type Violation, violationAt } from './violation.ts'

const WORLD =
  /^(?:globalThis\.)?(?:crypto|process|performance|localStorage|sessionStorage|document|window|navigator|console)\b/
const ASKED =
  /^(?:globalThis\.)?(?:Date\.now|Math\.random|fetch|setTimeout|setInterval|queueMicrotask|Temporal\.Now)\b/
const NOUN_HINT = 'if this is a use case, name it <verb>-<noun>.ts (verbs: test/walls/house.ts)'

/** Wall 4: a noun knows no clock, no chance, no disk, no network and no package. */
export function checkPureNouns(tree: SourceTree): Violation[] {
  return tree.files
    .filter((file) => !file.isTest && file.kind === 'noun')
    .flatMap((file) => [...checkForm(file), ...checkNounImports(tree, file), ...checkWorld(file)])
}

function checkForm(file: SourceFile): Violation[] {
  if (!file.path.endsWith('.tsx')) return []
  return [
    violationAt(file, 0, 'a .tsx file outside web/', 'what draws lives in web/; the server never loads .tsx'),
  ]
}

function checkNounImports(tree: SourceTree, file: SourceFile): Violation[] {
  return file.imports.flatMap((one) => {
    const target = tree.target(file, one.specifier)
    const outside = !/^\.{0,2}\//.test(one.specifier)
    const wrong = outside
      ? `a noun imports ${one.specifier}`
      : target !== undefined && impurity(tree, target, one.typeOnly)
    return wrong ? [violationAt(file, one.offset, wrong, `nouns import only nouns; ${NOUN_HINT}`)] : []
  })
}

function impurity(tree: SourceTree, target: string, typeOnly: boolean): string | false {
  const kind = kindOf(target)
  if (kind === 'noun') return false
  if (!/^(?:platform|access)\//.test(target) || kind === 'web')
    return `a noun imports the ${kind} file ${target}`
  const chain = typeOnly ? undefined : findReach(tree, target, isServerPackage)
  return chain !== undefined && `a noun reaches the server: ${chain}`
}

function checkWorld(file: SourceFile): Violation[] {
  const found: Violation[] = []
  walk(file.program as unknown as Node, (node, parents) => {
    const asked = askOf(node)
    if (asked === undefined || isLocal(asked.split('.')[0] ?? '', parents)) return undefined
    found.push(
      violationAt(file, node.start, `a noun asks ${asked}`, `hand it in as an argument; ${NOUN_HINT}`),
    )
    return 'skip'
  })
  return found
}

function askOf(node: Node): string | undefined {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const name = dottedName(node['callee'])
    const now = name === 'Date' && (node.type === 'CallExpression' || listOf(node, 'arguments').length === 0)
    if (now) return node.type === 'NewExpression' ? 'new Date()' : 'Date()'
    return node.type === 'CallExpression' && name !== undefined && ASKED.test(name) ? name : undefined
  }
  if (node.type !== 'MemberExpression') return undefined
  const name = dottedName(node)
  return name !== undefined && (WORLD.test(name) || ASKED.test(name)) ? name : undefined
}

/** A parameter that happens to be called `process` or `document` is not the world. */
function isLocal(name: string, parents: readonly Node[]): boolean {
  return parents.filter(isFunction).some((one) => listOf(one, 'params').some((each) => mentions(each, name)))
}

function mentions(parameter: Node, name: string): boolean {
  let found = false
  walk(parameter, (node) => {
    if (node.type === 'TSTypeAnnotation') return 'skip'
    if (node.type === 'Identifier' && node['name'] === name) found = true
    return undefined
  })
  return found
}
