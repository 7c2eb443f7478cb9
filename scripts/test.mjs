// `npm test` runs what must pass: the checks, the build of the web app, and every test.
// `npm test -- src/media` runs only the tests named, without the rest.
import { check } from './check.mjs'
import { buildWebIfNeeded } from '../src/entry/build-web.ts'
import { runAndWait } from './run-and-wait.mjs'

const chosen = process.argv.slice(2)
const sound = chosen.length > 0 || (await stepsBeforeTests())
const tests = await runAndWait('vitest', ['run', ...chosen], 'nobody')
if (!sound) console.error('A step before the tests has failed; it says why above.')
process.exit(sound ? (tests.code ?? 1) : 1)

async function stepsBeforeTests() {
  const checked = await check([])
  const built = await buildWebIfNeeded(console.log).then(
    () => true,
    (error) => console.error(error.message),
  )
  return checked && built === true
}
