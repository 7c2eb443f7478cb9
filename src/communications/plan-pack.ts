import bc from '../../packs/bc/communications.json' with { type: 'json' }
import { type AskedKind, askedKinds, type CommunicationKind, dayInYear } from './communication.ts'

/** What policy asks of a year, as versioned data that a district takes over and adjusts. */
type InTwo = { en: string; fr: string }

type PlanPack = {
  pack: string
  version: string
  title: InTwo
  source: string
  notes: InTwo
  communications: readonly {
    key: string
    kind: CommunicationKind
    name: InTwo
    asks: AskedKind[]
    opensOn: string
    closesOn: string
  }[]
}

const packs: readonly PlanPack[] = [bc as PlanPack]

export const offeredPlans = packs.map(({ pack, version, title, source, notes, communications }) => ({
  pack,
  version,
  title,
  source,
  notes,
  communications: communications.map(({ name, kind }) => ({ name, kind })),
}))

export type PlannedCommunication = {
  pack: string
  version: string
  year: number
  position: number
  key: string
  kind: string
  name: InTwo
  asks: AskedKind[]
  opensOn: string
  closesOn: string
}

/** The communications of one school year by a pack; nothing where the pack is not known any more. */
export function planYear(name: string, year: number): PlannedCommunication[] {
  const found = packs.find(({ pack }) => pack === name)
  if (!found) return []
  return found.communications.map((one, position) => ({
    ...one,
    pack: found.pack,
    version: found.version,
    year,
    position,
    asks: one.asks.filter((kind) => askedKinds.includes(kind)),
    opensOn: dayInYear(one.opensOn, year),
    closesOn: dayInYear(one.closesOn, year),
  }))
}
