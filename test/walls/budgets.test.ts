import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  checkFileSizes,
  checkModuleSizes,
  checkUseCaseSizes,
  countSpokenLines,
  LIMITS,
} from './size-limits.ts'
import { listFiles, readSourceTree } from './source-tree.ts'
import { describeViolations } from './violation.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

describe('the budgets of the house', () => {
  const tree = readSourceTree(join(root, 'src'))

  test.each([
    [`a source file has at most ${LIMITS.sourceLines} lines, a test ${LIMITS.testLines}`, checkFileSizes],
    [`a use case has at most ${LIMITS.useCaseLines} lines`, checkUseCaseSizes],
    [`a module has at most ${LIMITS.moduleFiles} files, platform ${LIMITS.platformFiles}`, checkModuleSizes],
  ])('%s', (_name, check) => {
    const violations = check(tree)
    if (violations.length > 0) expect.fail(`\n${describeViolations(violations)}\n`)
  })

  test(`tests outside src/ have at most ${LIMITS.testLines} lines`, () => {
    const long = codeIn('test').filter((path) => read(path).trimEnd().split('\n').length > LIMITS.testLines)
    expect(long).toEqual([])
  })

  test(`at most ${LIMITS.runtimeDependencies} runtime dependencies`, () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(LIMITS.runtimeDependencies)
  })

  test('how much is tested is told, not judged', () => {
    const tests = [
      ...tree.files.filter((file) => file.isTest).map((file) => file.text),
      ...codeIn('test').map(read),
    ]
    const sources = tree.files.filter((file) => !file.isTest).map((file) => file.text)
    const [testLines, sourceLines] = [sum(tests), sum(sources)]
    const ratio = (testLines / Math.max(1, sourceLines)).toFixed(2)
    console.info(`test lines per source line: ${ratio} (${testLines} / ${sourceLines}; aim 0.7 to 1.2)`)
    expect(sourceLines).toBeGreaterThan(0)
  })
})

function codeIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return listFiles(join(root, folder))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`)
}

function sum(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + countSpokenLines(text), 0)
}
