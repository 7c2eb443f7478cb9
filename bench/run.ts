import { keep, machine, printTable, type Report } from './report.ts'
import { leave, leaveOnSignals } from './leaving.ts'
import { measureMedia, mediaTable } from './measure-media.ts'
import { measurePages, pagesTable } from './measure-pages.ts'
import { measureServer } from './measure-server.ts'
import { measureStart, startTable } from './measure-start.ts'
import { serverTable } from './server-table.ts'

const parts = ['server', 'start', 'pages', 'media'] as const
type Part = (typeof parts)[number]

type Wish = { pieces: number[]; only: Part[]; seconds: number }

const usage = `Say: npm run bench -- [--pieces=10000,100000,1000000] [--only=${parts.join(',')}] [--seconds=4]`

function readWish(argv: readonly string[]): Wish {
  const wish: Wish = { pieces: [10_000, 100_000, 1_000_000], only: [...parts], seconds: 4 }
  for (const word of argv) {
    const [name, value = ''] = word.split('=')
    if (name === '--pieces')
      wish.pieces = value
        .split(',')
        .map(Number)
        .sort((one, other) => one - other)
    else if (name === '--only') wish.only = parts.filter((part) => value.split(',').includes(part))
    else if (name === '--seconds') wish.seconds = Number(value)
    else throw new Error(`The bench does not know "${word}". ${usage}`)
  }
  const numbers = [...wish.pieces, wish.seconds]
  if (wish.only.length === 0 || !numbers.every((number) => number > 0)) throw new Error(usage)
  return wish
}

async function run(wish: Wish): Promise<void> {
  const before = machine()
  const say = (sentence: string) => console.log(sentence)
  say(`${JSON.stringify(before)}\nThe load should be below 1; otherwise only ratios mean something.`)
  const report: Report = { figures: [], details: { wish } }
  const note = (title: string, figures: Report['figures'], details: unknown) => {
    printTable(title, figures)
    report.figures.push(...figures)
    report.details[title] = details
  }
  if (wish.only.includes('start')) {
    const start = await measureStart(say)
    note('Start', startTable(start), start)
  }
  if (wish.only.includes('pages')) {
    const pages = await measurePages(say)
    note('First load of each page', pagesTable(pages), pages)
  }
  if (wish.only.includes('media')) {
    const media = await measureMedia(say)
    note('Media', mediaTable(media), media)
  }
  if (wish.only.includes('server')) {
    const server = await measureServer({ ...wish, say })
    note('Server', serverTable(server), server)
  }
  say(`\nKept in ${keep(report, before)}`)
}

leaveOnSignals()
try {
  await run(readWish(process.argv.slice(2)))
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await leave()
}
