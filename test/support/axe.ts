import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, Result, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

/** All that can be otherwise in other colors: what is there, and where, is the same. */
const COLORS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

/** Fails with one paragraph per rule: what is wrong, where, and the page that explains it. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const violations = await findAxeViolations(page)
  if (violations.length === 0) return
  throw new Error(`${page.url()} is not for everybody:\n\n${describeViolations(violations)}\n`)
}

export function describeViolations(violations: readonly Result[]): string {
  return violations.map(describeRule).join('\n\n')
}

/** Handed over by the debugger rather than by a script tag, so a strict Content-Security-Policy stays in force. */
export async function findAxeViolations(page: Page, options = OPTIONS): Promise<Result[]> {
  await page.evaluate(`typeof axe === 'undefined' && (() => { ${source} })()`)
  const results = await page.evaluate(
    (asked) => (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(asked),
    options,
  )
  return results.violations
}

/** For a page that was looked at as a whole in other colors. */
export const findColorViolations = (page: Page): Promise<Result[]> => findAxeViolations(page, COLORS)

function describeRule(rule: Result): string {
  const places = rule.nodes.map((node) => {
    const why = (node.failureSummary ?? '')
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
    return `  ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}\n    ${why.join('\n    ')}`
  })
  return `${rule.id} (${rule.impact}): ${rule.help}\n${places.join('\n')}\n  ${rule.helpUrl}`
}
