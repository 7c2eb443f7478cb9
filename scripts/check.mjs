// `npm run check` runs every step; `npm run check -- types lint` only those.
import { runSteps } from './run-steps.mjs'

export const steps = [
  { name: 'format', command: 'biome format .' },
  { name: 'types', command: 'tsc -p . --noEmit' },
  { name: 'lint', command: 'oxlint --type-aware' },
  { name: 'unused', command: 'knip' },
]

/** @param {string[]} names */
export function check(names) {
  const unknown = names.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) {
    console.error(`There is no step "${unknown}". There are: ${steps.map((step) => step.name).join(', ')}.`)
    return Promise.resolve(false)
  }
  return runSteps(names.length === 0 ? steps : steps.filter((step) => names.includes(step.name)))
}

if (import.meta.main) process.exit((await check(process.argv.slice(2))) ? 0 : 1)
