import { Link } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import { type WordKey, useWords } from '../../platform/web/words.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from './office-bar.tsx'
import styles from './rooms.module.css'

type Room = { href: string; name: WordKey; meaning: WordKey; ofDistrict?: boolean }

const rooms: readonly { title: WordKey; rooms: readonly Room[] }[] = [
  {
    title: 'office.rooms-people',
    rooms: [
      { href: '/office/people', name: 'office.people', meaning: 'office.people-meaning', ofDistrict: true },
      { href: '/office/classes', name: 'office.classes', meaning: 'office.classes-meaning' },
      { href: '/office/families', name: 'office.families', meaning: 'office.families-meaning' },
      {
        href: '/office/rosters',
        name: 'office.rosters',
        meaning: 'office.rosters-meaning',
        ofDistrict: true,
      },
      { href: '/office/signing-in', name: 'office.signing-in', meaning: 'office.signing-in-meaning' },
      { href: '/office/ways-in', name: 'office.ways-in', meaning: 'office.ways-in-meaning' },
    ],
  },
  {
    title: 'office.rooms-learning',
    rooms: [
      { href: '/showcase-events', name: 'office.showcase-events', meaning: 'office.showcase-events-meaning' },
      { href: '/office/prompts', name: 'office.questions', meaning: 'office.questions-meaning' },
      { href: '/frameworks', name: 'office.frameworks', meaning: 'office.frameworks-meaning' },
      { href: '/office/sharing', name: 'office.sharing', meaning: 'office.sharing-meaning' },
    ],
  },
  {
    title: 'office.rooms-house',
    rooms: [
      { href: '/office/logbook', name: 'office.logbook', meaning: 'office.logbook-meaning' },
      {
        href: '/office/errands',
        name: 'office.errands',
        meaning: 'office.errands-meaning',
        ofDistrict: true,
      },
      { href: '/office/storage', name: 'office.storage', meaning: 'office.storage-meaning' },
      {
        href: '/office/support',
        name: 'office.support',
        meaning: 'office.support-meaning',
        ofDistrict: true,
      },
      {
        href: '/office/programs',
        name: 'office.programs',
        meaning: 'office.programs-meaning',
        ofDistrict: true,
      },
    ],
  },
]

/** Everything an office keeps, by what it is about; a school's own office sees the rooms it may enter. */
export function OfficeRooms() {
  const { say } = useWords()
  const { runsDistrict } = useMe()
  return (
    <Page title={say('office.rooms')} lead={say('office.rooms-lead')} bar={<OfficeBar />}>
      {rooms.map((part) => (
        <Section key={part.title} title={say(part.title)}>
          <ul className={styles['rooms']}>
            {part.rooms
              .filter(({ ofDistrict }) => !ofDistrict || runsDistrict)
              .map(({ href, name, meaning }) => (
                <li key={href} className={styles['room']}>
                  <Link href={href}>{say(name)}</Link>
                  <p>{say(meaning)}</p>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}
