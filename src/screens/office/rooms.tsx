import { Link } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { supportSees } from '../../support/support.ts'
import { Page, Section } from '../../ui/page.tsx'
import { AsSupport } from './as-support.tsx'
import { OfficeBar } from './office-bar.tsx'
import { type Room, rooms } from './room-list.ts'
import styles from './rooms.module.css'

/** Everything an office keeps, by what it is about; a school's own office sees the rooms it may enter. */
export function OfficeRooms() {
  const { say } = useWords()
  const { runsDistrict, isSupport } = useMe()
  const opens = ({ asks, ofDistrict }: Room) =>
    isSupport ? supportSees.includes(asks) : !ofDistrict || runsDistrict
  const open = rooms.map((part) => ({ ...part, rooms: part.rooms.filter(opens) }))
  return (
    <Page title={say('office.rooms')} lead={say('office.rooms-lead')} bar={<OfficeBar />}>
      <AsSupport />
      {open
        .filter((part) => part.rooms.length > 0)
        .map((part) => (
          <Section key={part.title} title={say(part.title)}>
            <ul className={styles['rooms']}>
              {part.rooms.map(({ href, name, meaning }) => (
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
