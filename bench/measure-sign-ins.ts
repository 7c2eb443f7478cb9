import { buildWebIfNeeded } from '../src/entry/build-web.ts'
import { percentile } from './figures.ts'
import { arrive } from './monday-morning.ts'
import { openOfficeDistrict } from './office-district.ts'
import type { Part } from './part.ts'
import { handOutWaysIn } from './ways-in.ts'

const people = 500

/**
 * Monday morning: 500 people of one school, all behind one address and each with an empty browser, open the page,
 * sign in and see their own work. Half of them come in the first quarter of the minute, as after a bell.
 */
export const signIns: Part = {
  name: 'sign-ins',
  title: 'Monday morning: 500 people of one school within a minute',
  measure: async ({ say }) => {
    await buildWebIfNeeded(say)
    const district = await openOfficeDistrict(people, { ordinaryLimits: true })
    const arriving = await handOutWaysIn(district, people)
    say(`${people} people come in within a minute …`)
    const [cpu, begin] = [district.served.cpu(), performance.now()]
    const visits = await Promise.all(arriving.map((one) => arrive(district.served.port, one)))
    const seconds = (performance.now() - begin) / 1000
    const busy = (district.served.cpu() - cpu) / 1_000_000 / seconds
    const refused = visits.flatMap((visit) => visit.refused)
    const signingIn = visits.flatMap(({ signIn }) => (signIn === undefined ? [] : [signIn]))
    const untilHome = visits.map(({ home }) => home)
    const requests = visits.reduce((sum, visit) => sum + visit.requests, 0)
    const details = { refused: refused.slice(0, 20), busy, seconds, requests }
    return {
      details,
      figures: [
        {
          what: 'requests refused',
          measured: refused.length,
          unit: '',
          aim: { most: 0 },
          note: `of ${requests}`,
        },
        { what: 'all are in after', measured: seconds, unit: 's', aim: { most: 63 } },
        { what: 'signing in, half within', measured: percentile(signingIn, 0.5), unit: 'ms' },
        {
          what: 'signing in, 95 of 100 within',
          measured: percentile(signingIn, 0.95),
          unit: 'ms',
          aim: { most: 1000 },
        },
        {
          what: 'signing in, the slowest',
          measured: Math.max(...signingIn),
          unit: 'ms',
          aim: { most: 2000 },
        },
        {
          what: 'from an empty browser to own work, 95 of 100',
          measured: percentile(untilHome, 0.95),
          unit: 'ms',
        },
        { what: 'processors the server kept busy', measured: busy, unit: '' },
      ],
    }
  },
}
