import { GROUND, MAY_ALSO_TAKE, MODULES, OPEN_KINDS } from './house.ts'
import type { Import } from './imports.ts'
import { kindOf, type SourceFile, type SourceTree } from './source-tree.ts'
import { type Violation, violationAt } from './violation.ts'

/** Wall 1: a module looks only at modules before it, and takes only what they hold out. */
export function checkModuleOrder(tree: SourceTree): Violation[] {
  return tree.files
    .filter((file) => !file.isTest)
    .flatMap((file) => [...checkPlace(file), ...checkImports(tree, file)])
}

function checkPlace(file: SourceFile): Violation[] {
  if (rank(file.module) >= 0) return []
  const wrong = file.path.includes('/')
    ? `${file.module}/ is no module of the house`
    : 'a file directly in src/'
  return [
    violationAt(file, 0, wrong, 'put it in a module; a new module goes into MODULES in test/walls/house.ts'),
  ]
}

function checkImports(tree: SourceTree, file: SourceFile): Violation[] {
  return file.imports.flatMap((one) => {
    const found = judge(file, one, tree.target(file, one.specifier))
    return found ? [violationAt(file, one.offset, found[0], found[1])] : []
  })
}

type Judgement = readonly [wrong: string, instead: string]

function judge(file: SourceFile, one: Import, target: string | undefined): Judgement | undefined {
  if (one.specifier === '<computed>') {
    return [
      'imports a computed path, which no wall can follow',
      'write the path out, or list the choices in a map',
    ]
  }
  if (target === undefined) return judgeOutside(one)
  const to = target.split('/')[0] ?? ''
  if (to === file.module) return undefined
  if (rank(to) > rank(file.module)) {
    return [
      `${file.module} imports ${target}, but ${to} comes after it`,
      'turn it round with an event written in the transaction, or move the shared idea to the earlier module',
    ]
  }
  if (GROUND.includes(to) || mayTake(file, target)) return undefined
  return [
    `takes the ${kindOf(target)} file ${target} of another module`,
    'use its noun, contract, store functions or web parts; call for the rest with an event',
  ]
}

function judgeOutside(one: Import): Judgement | undefined {
  if (!/^\.\.?\/(?:.*\/)?(?:test|bench|scripts)\//.test(one.specifier)) return undefined
  return [
    `imports ${one.specifier} from outside src/`,
    'the program never needs its tests; move the shared part into src/',
  ]
}

function mayTake(file: SourceFile, target: string): boolean {
  const kind = kindOf(target)
  if (OPEN_KINDS.includes(kind)) return true
  return MAY_ALSO_TAKE.some(
    (more) => (more.from === file.module || more.from === file.kind) && more.takes.includes(kind),
  )
}

function rank(module: string): number {
  return (MODULES as readonly string[]).indexOf(module)
}
