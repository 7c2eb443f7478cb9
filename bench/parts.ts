import { appointments } from './measure-appointments.ts'
import { completeness } from './measure-completeness.ts'
import { frameworks } from './measure-frameworks.ts'
import { media } from './measure-media.ts'
import { outbox } from './measure-outbox.ts'
import { pages } from './measure-pages.ts'
import { people } from './measure-people.ts'
import { rosters } from './measure-rosters.ts'
import { server } from './measure-server.ts'
import { timeline } from './measure-timeline.ts'
import { showcases } from './measure-showcases.ts'
import { signIns } from './measure-sign-ins.ts'
import { start } from './measure-start.ts'
import type { Part } from './part.ts'

/** Everything that is measured, in this order. A new part is a file `measure-<name>.ts` and a line here. */
export const parts: readonly Part[] = [
  start,
  pages,
  media,
  outbox,
  frameworks,
  rosters,
  people,
  signIns,
  completeness,
  server,
  timeline,
  showcases,
  appointments,
]
