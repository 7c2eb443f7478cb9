import { short } from './figures.ts'
import type { ServerFigures } from './measure-server.ts'
import type { Figure } from './report.ts'
import type { PageFigures } from './side-by-side.ts'

const many = (pieces: number) => (pieces >= 1e6 ? `${pieces / 1e6} M` : `${pieces / 1000} k`)

export function serverTable({ pages, memory, sizes }: ServerFigures): Figure[] {
  const lines = pages.flatMap((one) => {
    const first = pages.find(({ page }) => page === one.page)
    return linesOf(one, first === one ? undefined : first)
  })
  return [
    ...lines,
    ...memory.map(({ pieces, atRest, most }) => ({
      what: `server memory, ${many(pieces)}: the most it ever held`,
      measured: most,
      unit: 'MB',
      aim: { most: 300 },
      note: `${short(atRest, 'MB')} before the first request`,
    })),
    ...sizes.map(({ pieces, gigabytes }) => ({
      what: `database on disk, ${many(pieces)}`,
      measured: gigabytes,
      unit: 'GB',
    })),
  ]
}

function linesOf(one: PageFigures, first: PageFigures | undefined): Figure[] {
  const name = `${one.page}, ${many(one.pieces)}`
  const { whole, http, compressed, bare } = one.kinds
  const { least, most } = one.queries
  const cpu = (kind: typeof http) =>
    `server ${Math.round(kind.serverCpu)}, PostgreSQL ${Math.round(kind.postgresCpu)}, loader ${Math.round(kind.loaderCpu)} us`
  return [
    {
      what: `${name}: requests/s`,
      measured: http.perSecond,
      unit: '/s',
      bound: whole.perSecond,
      note: `cpu a request: ${cpu(http)}; bound: PostgreSQL ${Math.round(whole.postgresCpu)}, loader ${Math.round(whole.loaderCpu)} us`,
    },
    {
      what: `${name}: share of the bound`,
      measured: one.share.http,
      unit: '',
      aim: { least: 0.4 },
      note: `beside the page's statement alone (${short(bare.perSecond, '/s')}): ${short(http.perSecond / bare.perSecond)}`,
    },
    {
      what: `${name}: the same, compressed`,
      measured: one.share.compressed,
      unit: '',
      aim: { least: 0.4 },
      note: `${short(http.bytes / 1000)} KB of JSON travel as ${short(compressed.bytes / 1000, 'KB')}; cpu: ${cpu(compressed)}`,
    },
    {
      what: `${name}: p95`,
      measured: http.p95,
      unit: 'ms',
      bound: whole.p95,
      note: `of ${http.requests}; p50 ${short(http.p50)}, p99 ${short(http.p99, 'ms')}`,
    },
    ...(first === undefined ? [] : [growthOf(name, one, first)]),
    {
      what: `${name}: queries a request`,
      measured: most,
      unit: '',
      aim: { most: 6 },
      note: least === most ? 'always the same' : `NOT CONSTANT: ${least} to ${most}`,
    },
  ]
}

function growthOf(name: string, one: PageFigures, first: PageFigures): Figure {
  const [now, then] = [one.kinds, first.kinds]
  return {
    what: `${name}: p95 beside ${many(first.pieces)}`,
    measured: now.http.p95 / then.http.p95,
    unit: 'x',
    aim: { most: 1.5 },
    note: `bound's p95 ${short(now.whole.p95 / then.whole.p95, 'x')}, PostgreSQL's cpu ${short(now.http.postgresCpu / then.http.postgresCpu, 'x')}, JSON ${short(now.http.bytes / then.http.bytes, 'x')}`,
  }
}
