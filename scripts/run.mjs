// The door to every command: it installs what is missing, finds a Node that is new enough, and runs the
// command's program under it. Plain JavaScript without dependencies, because nothing may be installed yet.
import { chooseNode } from './choose-node.mjs'
import { install, isInstalled } from './install.mjs'
import { exitLike, runAndWait } from './run-and-wait.mjs'

const programs = {
  start: 'src/entry/start.ts',
  test: 'scripts/test.mjs',
  check: 'scripts/check.mjs',
  bench: 'bench/run.ts',
  cairn: 'src/entry/cli.ts',
  schema: 'scripts/schema.ts',
}

const [command = '', ...rest] = process.argv.slice(2)
const program = programs[command]
if (program === undefined) {
  stop(`Cairn does not know the command "${command}". It knows: ${Object.keys(programs).join(', ')}.`)
}

if (!isInstalled()) {
  console.log('Installing the packages that Cairn is built from; this takes about a minute.')
  const ended = await install()
  if (ended.code !== 0) {
    if (ended.signal === null) console.error('The packages could not be installed; npm says why above.')
    exitLike(ended)
  }
}

const node = chooseNode()
if (node.path === undefined) stop(node.sentence)

// A school's server is a small machine: with V8's and glibc's own habits the same work takes twice the memory.
// A bound on the heap is what has V8 collect as it goes: live, 100,000 learners' roster is 120 MB of it.
if (command === 'start' || command === 'bench') {
  process.env.MALLOC_ARENA_MAX ??= '2'
  process.env.MALLOC_TRIM_THRESHOLD_ ??= '131072'
  process.env.MALLOC_MMAP_THRESHOLD_ ??= '32768'
  process.env.NODE_OPTIONS =
    `--max-semi-space-size=4 --max-old-space-size=1024 ${process.env.NODE_OPTIONS ?? ''}`.trim()
}

// Someone may be asked a question by `cairn`, which then needs the terminal for itself.
exitLike(await runAndWait(node.path, [program, ...rest], command === 'cairn' ? 'program' : 'group'))

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
