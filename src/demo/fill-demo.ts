import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage } from '../files/storage.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { foundDistrict } from '../schools/store.ts'
import { demoCast } from './cast.ts'
import { withMiddleSchool } from './cast-middle-school.ts'
import type { DemoCast } from './cast-shape.ts'
import { fillCards } from './fill-cards.ts'
import { fillAppointments } from './fill-appointments.ts'
import { fillClaims } from './fill-claims.ts'
import { fillCommunications } from './fill-communications.ts'
import { fillCollections } from './fill-collections.ts'
import { fillFilings } from './fill-filings.ts'
import { fillDefenses } from './fill-defenses.ts'
import { fillDrawnGoals } from './fill-drawn-goals.ts'
import { fillExhibitions } from './fill-exhibitions.ts'
import { fillInvitations } from './fill-invitations.ts'
import { fillLetters } from './fill-letters.ts'
import { fillAskings } from './fill-askings.ts'
import { fillConferences } from './fill-conferences.ts'
import { fillCritiques } from './fill-critiques.ts'
import { fillSpaces } from './fill-spaces.ts'
import { fillRosters } from './fill-rosters.ts'
import { fillOwnWords } from './fill-own-words.ts'
import { demoTimeZone, fillPeople } from './fill-people.ts'
import { fillWalkthroughs } from './fill-walkthroughs.ts'
import { fillWork } from './fill-works.ts'
import { demoSignIns } from './sign-ins.ts'
import { demoWorks } from './works.ts'

/** The school everybody knows, with two years of work. Only ever filled into an empty database. */
export async function fillDemo(
  ground: Ground,
  storage: Storage,
  say: (sentence: string) => void,
): Promise<DemoCast> {
  const today = ground.now()
  const cast = withMiddleSchool(demoCast(today), today)
  const works = demoWorks(cast, today)
  for (const district of cast.districts) {
    await foundDistrict(ground.database, { ...district, timeZone: demoTimeZone }, today)
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, ({ db }) =>
      fillPeople(db, cast, district, today),
    )
  }
  let filled = 0
  for (const work of works) {
    const learner = cast.people.find((one) => one.key === work.learnerKey)
    const district = cast.districts.find((one) => one.id === learner?.districtId)
    if (district) await fillWork(ground, storage, cast, district, work)
    filled += 1
    if (filled % 25 === 0) say(`  ${filled} of ${works.length} pieces of work`)
  }
  for (const district of cast.districts) {
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, ({ db }) =>
      fillCritiques({ db, cast, district, works, today }),
    )
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, ({ db }) =>
      fillClaims({ db, cast, district, works, today }),
    )
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, ({ db }) =>
      fillCommunications({ db, cast, district, today }),
    )
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, ({ db }) =>
      fillOwnWords({ db, cast, district, works, today }),
    )
  }
  await fillInvitations({ ground, storage, cast }, works)
  for (const district of cast.districts) {
    await fillFilings({ ground, storage, cast, district, today })
    await fillDrawnGoals(ground, storage, { cast, district, today })
    await fillCards(ground, cast, district)
    await fillCollections(ground, { cast, district, works, today })
    await fillSpaces(ground, { cast, district, works, today })
    await fillExhibitions(ground, { cast, district, today })
    await fillLetters(ground, { cast, district, today })
    await fillAskings(ground, { cast, district, today })
    await fillConferences(ground, { cast, district, works, today })
    await fillWalkthroughs({ ground, storage, cast, district, today })
    await fillDefenses(ground, { cast, district, today })
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, ({ db }) =>
      fillAppointments({ db, cast, district, today }),
    )
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, ({ db }) =>
      fillRosters({ db, cast, district, today }),
    )
  }
  return cast
}

/** For scripts and the sign-in page of the demo: who is who. */
export async function writeDemoAccounts(folder: string, cast: DemoCast): Promise<string> {
  const file = join(folder, 'demo-accounts.json')
  await writeFile(file, `${JSON.stringify(demoSignIns(cast), undefined, 2)}\n`)
  return file
}
