import { short } from './figures.ts'
import type { PageFigures, ServerFigures } from './measure-server.ts'
import type { Figure } from './report.ts'

const many = (pieces: number) => (pieces >= 1e6 ? `${pieces / 1e6} M` : `${pieces / 1000} k`)

/** What item 14 of the first issue asks, one line each. */
export function serverTable({ pages, memory, sizes }: ServerFigures): Figure[] {
  const smallest = Math.min(...pages.map(({ pieces }) => pieces))
  const lines = pages.flatMap((one) => {
    const first = pages.find(({ page, pieces }) => page === one.page && pieces === smallest)
    return linesOf(one, first === one ? undefined : first)
  })
  const largest = Math.max(...pages.map(({ pieces }) => pieces))
  return [
    ...lines,
    { what: 'server memory, before the first request', measured: memory.atRest, unit: 'MB' },
    { what: 'server memory, the most under load', measured: memory.most, unit: 'MB', aim: { most: 300 } },
    { what: `database on disk, ${many(largest)} pieces`, measured: sizes[largest] ?? Number.NaN, unit: 'GB' },
  ]
}

function linesOf(one: PageFigures, first: PageFigures | undefined): Figure[] {
  const name = `${one.page}, ${many(one.pieces)}`
  const { least, most } = one.queries
  const growth: Figure[] =
    first === undefined
      ? []
      : [
          {
            what: `${name}: p95 beside ${many(first.pieces)}`,
            measured: one.p95 / first.p95,
            unit: 'x',
            aim: { most: 1.5 },
            note: `the bound's own p95 grew ${short(one.wholeP95 / first.wholeP95, 'x')}`,
          },
        ]
  return [
    {
      what: `${name}: requests/s`,
      measured: one.perSecond,
      unit: '/s',
      bound: one.wholePerSecond,
      note: `cpu a request: server ${Math.round(one.serverCpu)}, PostgreSQL ${Math.round(one.postgresCpu)}, this loader ${Math.round(one.loaderCpu)} us`,
    },
    {
      what: `${name}: share of the bound`,
      measured: one.perSecond / one.wholePerSecond,
      unit: '',
      aim: { least: 0.4 },
      note: `of the bare statement (${short(one.barePerSecond, '/s')}): ${short(one.perSecond / one.barePerSecond)}`,
    },
    {
      what: `${name}: p95 latency`,
      measured: one.p95,
      unit: 'ms',
      bound: one.wholeP95,
      note: `p50 ${short(one.p50)}, p99 ${short(one.p99)} ms`,
    },
    ...growth,
    {
      what: `${name}: queries a request`,
      measured: most,
      unit: '',
      aim: { most: 6 },
      note: least === most ? 'always the same' : `NOT CONSTANT: ${least} to ${most}`,
    },
    {
      what: `${name}: bytes of JSON`,
      measured: one.bytes / 1024,
      unit: 'KiB',
      note: `with brotli ${short(one.compressedBytes / 1024, 'KiB')}, ${short(one.compressedPerSecond, '/s')}, server cpu ${Math.round(one.compressedServerCpu)} us`,
    },
  ]
}
