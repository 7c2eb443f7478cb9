// `npm test` runs what must pass: the checks, the build of the web app, and every test.
// `npm test -- src/media` runs only the tests named, without the rest.
import { check } from './check.mjs'
import { runAndWait } from './run-and-wait.mjs'
import { runSteps } from './run-steps.mjs'

const chosen = process.argv.slice(2)
const sound = chosen.length > 0 || (await stepsBeforeTests())
const tests = await runAndWait('vitest', ['run', ...chosen], 'nobody')
if (!sound) console.error('A step before the tests has failed; it says why above.')
process.exit(sound ? (tests.code ?? 1) : 1)

async function stepsBeforeTests() {
  const checked = await check([])
  // Built in any case, because the stories open it.
  const built = await runSteps([{ name: 'web app', command: 'vite build' }])
  return checked && built
}
