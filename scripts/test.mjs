// `npm test` runs what must pass: the checks, the build of the web app, and every test.
// `npm test -- src/media` runs only the tests named, without the rest.
import { check } from './check.mjs'
import { runAndWait } from './run-and-wait.mjs'
import { runSteps } from './run-steps.mjs'

const chosen = process.argv.slice(2)
const sound =
  chosen.length > 0 || ((await check([])) && (await runSteps([{ name: 'web app', command: 'vite build' }])))
const tests = await runAndWait('vitest', ['run', ...chosen])
if (!sound) console.error('The tests ran, but a step before them failed; it says why above.')
process.exit(sound ? (tests.code ?? 1) : 1)
