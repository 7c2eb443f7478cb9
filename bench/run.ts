import { leave, leaveOnSignals } from './leaving.ts'
import type { Wish } from './part.ts'
import { parts } from './parts.ts'
import { keep, machine, printTable, type Report } from './report.ts'

const names = parts.map(({ name }) => name)
const usage = `Say: npm run bench -- [--pieces=10000,100000,1000000] [--only=${names.join(',')}] [--seconds=6]`

type Asked = Omit<Wish, 'say'> & { only: string[] }

function readWish(argv: readonly string[]): Asked {
  const wish: Asked = { pieces: [10_000, 100_000, 1_000_000], only: names, seconds: 6 }
  for (const word of argv) {
    const [name, value = ''] = word.split('=')
    if (name === '--pieces') wish.pieces = value.split(',').map(Number)
    else if (name === '--only') wish.only = value.split(',')
    else if (name === '--seconds') wish.seconds = Number(value)
    else throw new Error(`The bench does not know "${word}". ${usage}`)
  }
  wish.pieces.sort((one, other) => one - other)
  const numbers = [...wish.pieces, wish.seconds]
  const unknown = wish.only.find((name) => !names.includes(name))
  if (unknown !== undefined || !numbers.every((number) => number > 0)) throw new Error(usage)
  return wish
}

async function run({ only, ...wish }: Asked): Promise<void> {
  const before = machine()
  const say = (sentence: string) => console.log(sentence)
  say(`${JSON.stringify(before)}\nWith a load above 1 only ratios and counts mean something.`)
  const report: Report = { figures: [], details: { wish, only } }
  for (const part of parts.filter(({ name }) => only.includes(name))) {
    const { figures, details } = await part.measure({ ...wish, say })
    printTable(part.title, figures)
    report.figures.push(...figures)
    report.details[part.name] = details
    // what a part began, it does not leave running beside the next one
    await leave()
  }
  say(`\nLoad at the end: ${JSON.stringify(machine()['load'])}. Kept in ${keep(report, before)}`)
}

leaveOnSignals()
try {
  await run(readWish(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error && error.message.includes(usage) ? error.message : error)
  process.exitCode = 1
} finally {
  await leave()
}
