import { openDistrict } from './district.ts'
import { explainPages } from './explain.ts'
import type { Part, Wish } from './part.ts'
import { writeDownRequests } from './requests.ts'
import { startServer } from './served.ts'
import { serverTable } from './server-table.ts'
import { measureSideBySide, type PageFigures, type Place } from './side-by-side.ts'

export type ServerFigures = {
  pages: PageFigures[]
  memory: { pieces: number; atRest: number; most: number }[]
  sizes: { pieces: number; gigabytes: number }[]
}

const secret = 'a secret for the bench, and for nothing else'

/** The server's JSON for the pages people open most, beside the same SQL sent by a bare driver. */
export const server: Part = {
  name: 'server',
  title: 'Server',
  measure: async (wish) => {
    const places: Place[] = []
    for (const pieces of wish.pieces) places.push(await openPlace(pieces, wish))
    const figures: ServerFigures = {
      pages: await measurePages(places, wish),
      memory: places.map(({ pieces, server, atRest }) => ({ pieces, atRest, most: server.memory().most })),
      sizes: places.map(({ pieces, gigabytes }) => ({ pieces, gigabytes })),
    }
    const plans: Record<number, unknown> = {}
    for (const { pieces, connection, pages } of places) plans[pieces] = await explainPages(connection, pages)
    return { figures: serverTable(figures), details: { ...figures, plans } }
  },
}

/** A district of this size with a database and a server of its own. */
async function openPlace(pieces: number, { say }: Wish): Promise<Place> {
  const { connection, learners, postmaster, size } = await openDistrict(pieces, say)
  const pages = await writeDownRequests(connection, secret, learners)
  const server = await startServer(connection, secret)
  const atRest = server.memory().now
  return { pieces, connection, postmaster, gigabytes: size, pages, server, atRest }
}

async function measurePages(places: readonly Place[], { seconds, say }: Wish): Promise<PageFigures[]> {
  const names = places[0]?.pages.map(({ name }) => name) ?? []
  const figures: PageFigures[] = []
  for (const name of names) {
    say(`Asking for the ${name} …`)
    figures.push(...(await measureSideBySide(name, places, seconds)))
  }
  return figures
}
