import { join } from 'node:path'
import { demoPassword } from '../src/demo/cast-rows.ts'
import { openBrowser } from '../test/support/chromium.ts'
import { startCairn } from './cairn-process.ts'
import { median, range, short } from './figures.ts'
import { remember, temporaryFolder } from './leaving.ts'
import { type Kind, kinds, type Visit, visit } from './page-visit.ts'
import type { Part } from './part.ts'
import type { Figure } from './report.ts'

/** A page as somebody opens it; `budget` is for its HTML, CSS and JavaScript, in thousands of bytes. */
type OpenedPage = { name: string; path: string; cookie: string | undefined; budget: number }
type PageVisits = { name: string; path: string; budget: number; visits: Visit[] }

const times = 5

/** Each page opened for the first time, on a slow phone, in a real browser. */
export const pages: Part = {
  name: 'pages',
  title: 'First load of each page, on a slow phone',
  measure: async ({ say }) => {
    say('Filling a demo to look at; this takes a minute or two …')
    const cairn = await startCairn(join(temporaryFolder(), 'data'), [], 900)
    const browser = await openBrowser()
    remember(() => browser.close())
    const opened = await pagesOf(cairn.origin)
    const measured: PageVisits[] = opened.map(({ name, path, budget }) => ({
      name,
      path,
      budget,
      visits: [],
    }))
    // in rounds, so that a loud minute is not one page's alone
    for (let time = 1; time <= times; time += 1) {
      say(`Opening every page, ${time} of ${times} …`)
      for (const [place, { path, cookie }] of opened.entries())
        measured[place]?.visits.push(await visit(browser, cairn.origin, path, cookie))
    }
    const filling: Figure = {
      what: 'first start, with the demo district',
      measured: cairn.seconds,
      unit: 's',
    }
    return { figures: [filling, ...measured.flatMap(linesOf)], details: measured }
  },
}

async function pagesOf(origin: string): Promise<OpenedPage[]> {
  const [mika, teacher, mother] = await Promise.all(
    ['mika', 'ms-rivera', 'amara'].map((username) => signIn(origin, username)),
  )
  const me = await read<{ id: string }>(origin, '/api/me', mika)
  const { pieces } = await read<{ pieces: { id: string; iterations: number }[] }>(
    origin,
    `/api/learners/${me.id}/pieces`,
    mika,
  )
  const piece = pieces.toSorted((one, other) => other.iterations - one.iterations)[0]
  const classes = await read<{ id: string }[]>(origin, '/api/classes', teacher)
  return [
    { name: 'sign-in', path: '/sign-in', cookie: undefined, budget: 170 },
    { name: 'learner home', path: '/', cookie: mika, budget: 130 },
    { name: 'capture', path: '/work/new', cookie: mika, budget: 130 },
    { name: 'a piece', path: `/pieces/${piece?.id}`, cookie: mika, budget: 170 },
    { name: 'class wall', path: `/classes/${classes[0]?.id}`, cookie: teacher, budget: 170 },
    { name: "teacher's today", path: '/today', cookie: teacher, budget: 170 },
    { name: 'family', path: '/family', cookie: mother, budget: 170 },
  ]
}

async function signIn(origin: string, username: string): Promise<string> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-cairn': '1' },
    body: JSON.stringify({ username, password: demoPassword }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || cookie === undefined) throw new Error(`${username} could not sign in: ${answer.status}`)
  return cookie
}

async function read<T>(origin: string, path: string, cookie: string | undefined): Promise<T> {
  const answer = await fetch(origin + path, { headers: { cookie: cookie ?? '' } })
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
  return (await answer.json()) as T
}

function linesOf({ name, budget, visits }: PageVisits): Figure[] {
  const of = (figure: (visit: Visit) => number) => median(visits.map(figure))
  const kilobytes = (...wanted: Kind[]) =>
    of(({ sent }) => wanted.reduce((sum, kind) => sum + sent[kind].body, 0) / 1000)
  const requests = of(({ sent }) => kinds.reduce((sum, kind) => sum + sent[kind].requests, 0))
  const each = kinds.filter((kind) => of(({ sent }) => sent[kind].requests) > 0)
  const parts = each.map(
    (kind) => `${of(({ sent }) => sent[kind].requests)} ${kind} ${short(kilobytes(kind))}`,
  )
  const { heading = '', largest = '' } = visits.at(-1) ?? {}
  return [
    {
      what: `${name}: HTML, CSS and JavaScript`,
      measured: kilobytes('html', 'css', 'js'),
      unit: 'KB',
      aim: { most: budget },
      note: `heading "${heading}"`,
    },
    { what: `${name}: fonts`, measured: kilobytes('font'), unit: 'KB', aim: { most: 60 } },
    {
      what: `${name}: everything`,
      measured: of(({ sent }) => kinds.reduce((sum, kind) => sum + sent[kind].wire, 0) / 1000),
      unit: 'KB',
      note: `with headers, in ${requests} requests: ${parts.join(', ')} KB`,
    },
    {
      what: `${name}: largest contentful paint`,
      measured: of((one) => one.largestPaint) / 1000,
      unit: 's',
      aim: { most: 2.5 },
      note: `<${largest}>, ${range(
        visits.map((one) => one.largestPaint / 1000),
        's',
      )}; first paint ${short(of((one) => one.firstPaint) / 1000, 's')}`,
    },
    {
      what: `${name}: blocking time`,
      measured: of((one) => one.blocking),
      unit: 'ms',
      note: `layout shift ${of((one) => one.shift).toFixed(3)}`,
    },
  ]
}
