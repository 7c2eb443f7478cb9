import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkBrowserCode } from './browser-code.ts'
import { checkModuleOrder } from './module-order.ts'
import { checkNames } from './names.ts'
import { checkPureNouns } from './pure-nouns.ts'
import { checkExports, checkQuietImports } from './quiet-imports.ts'
import { readSourceTree, type SourceTree } from './source-tree.ts'
import { checkInteropWrites, checkSqlHome, checkTieAliases } from './sql-home.ts'
import { describeViolations, type Violation } from './violation.ts'

const WALLS: Readonly<Record<string, (tree: SourceTree) => Violation[]>> = {
  'a module looks only at modules before it, and takes only what they hold out': checkModuleOrder,
  'browser code knows nothing of the server': checkBrowserCode,
  'SQL lives in stores, policies, access and platform': checkSqlHome,
  'the ties keep their aliases to themselves': checkTieAliases,
  'nouns are pure': checkPureNouns,
  'interop writes no table': checkInteropWrites,
  'reading a file starts nothing': checkQuietImports,
  'no default exports and no barrels': checkExports,
  'names say what a thing is': checkNames,
}

describe('the walls of the house', () => {
  const tree = readSourceTree(join(import.meta.dirname, '../../src'))

  test('the tree was read', () => {
    expect(tree.files.length).toBeGreaterThan(0)
  })

  test.each(Object.entries(WALLS))('%s', (_name, check) => {
    const violations = check(tree)
    if (violations.length > 0) expect.fail(`\n${describeViolations(violations)}\n`)
  })
})
