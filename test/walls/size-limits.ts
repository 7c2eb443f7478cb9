import type { SourceFile, SourceTree } from './source-tree.ts'
import { isFunction, type Node } from './syntax.ts'
import { type Violation, violationAt } from './violation.ts'

export const LIMITS = {
  sourceLines: 200,
  contractLines: 350,
  testLines: 300,
  useCaseLines: 40,
  moduleFiles: 25,
  platformFiles: 30,
  runtimeDependencies: 46,
} as const

/** Shared ground and made-up people are wide by nature; they are kept small file by file. */
const UNCOUNTED = ['ui', 'demo']
/** Each of their folders is a module of its own. */
const COUNTED_BY_FOLDER = ['screens', 'interop']

export function checkFileSizes(tree: SourceTree): Violation[] {
  return tree.files.flatMap((file) => {
    const limit = limitOf(file)
    if (file.lines <= limit || file.path.includes('.generated.')) return []
    return [
      violationAt(
        file,
        0,
        `${file.lines} lines, at most ${limit}`,
        'a second noun is hiding in it; let it out',
      ),
    ]
  })
}

/** A contract is a table: an endpoint more is a row more (docs/decisions/0008). */
function limitOf(file: SourceFile): number {
  if (file.isTest) return LIMITS.testLines
  return file.kind === 'contract' ? LIMITS.contractLines : LIMITS.sourceLines
}

export function checkUseCaseSizes(tree: SourceTree): Violation[] {
  return tree.files
    .filter((file) => !file.isTest && file.kind === 'use case')
    .flatMap((file) => topFunctions(file).flatMap((one) => checkFunction(file, one)))
}

function checkFunction(file: SourceFile, node: Node): Violation[] {
  const lines = file.lineAt(node.end) - file.lineAt(node.start) + 1
  if (lines <= LIMITS.useCaseLines) return []
  const wrong = `a use case of ${lines} lines, at most ${LIMITS.useCaseLines}`
  return [violationAt(file, node.start, wrong, 'give its steps names, or move a rule into the noun')]
}

function topFunctions(file: SourceFile): Node[] {
  return (file.program.body as unknown as Node[])
    .map((node) => (node['declaration'] as Node | null | undefined) ?? node)
    .flatMap((node) => (node.type === 'VariableDeclaration' ? (node['declarations'] as Node[]) : [node]))
    .map((node) => (node.type === 'VariableDeclarator' ? (node['init'] as Node | null) : node))
    .filter((node) => node !== null && isFunction(node)) as Node[]
}

export function checkModuleSizes(tree: SourceTree): Violation[] {
  const groups = Map.groupBy(tree.files.filter(counts), groupOf)
  return [...groups].flatMap(([group, files]) => {
    const limit = group === 'platform' ? LIMITS.platformFiles : LIMITS.moduleFiles
    if (files.length <= limit) return []
    const wrong = `${group} has ${files.length} files, at most ${limit}`
    return [
      { path: group, line: 1, wrong, instead: 'two ideas share a folder; give the second its own module' },
    ]
  })
}

function counts(file: SourceFile): boolean {
  return !file.isTest && !UNCOUNTED.includes(file.module) && !file.path.includes('.generated.')
}

function groupOf(file: SourceFile): string {
  const folder = file.path.split('/').slice(0, -1).join('/')
  return COUNTED_BY_FOLDER.includes(file.module) || folder.endsWith('/web') ? folder : file.module
}

/** Lines that say something: neither blank nor comment only. */
export function countSpokenLines(text: string): number {
  return text.split('\n').filter((line) => !/^\s*(?:$|\/\/|\/\*|\*)/.test(line)).length
}
