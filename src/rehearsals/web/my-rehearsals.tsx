import { Trash2 } from 'lucide-react'
import styles from '../../conferences/web/conferences.module.css'
import { MediaView } from '../../media/web/media-view.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { DeleteRehearsal, ListRehearsals } from '../contract.ts'
import { PageMinutes } from './page-minutes.tsx'

export type Rehearsal = Answer<typeof ListRehearsals>[number]

/** How often it was tried, how long it took, and what was recorded, for its learner alone. */
type MineProps = {
  roundId: string
  /** as long as the time that is booked, where one is */
  plannedMinutes: number | undefined
}

export function MyRehearsals({ roundId, plannedMinutes }: MineProps) {
  const { say } = useWords()
  const { data } = useRead(ListRehearsals, { params: { id: roundId } }, { quietly: true })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('rehearsals.mine')}>
      <p>{say('rehearsals.only-you')}</p>
      <ul className={styles['list']}>
        {data.map((one) => (
          <li key={one.id}>
            <OneRehearsal {...{ one, plannedMinutes }} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OneRehearsal({ one, plannedMinutes }: { one: Rehearsal } & Pick<MineProps, 'plannedMinutes'>) {
  const { say, sayDate } = useWords()
  const day = sayDate(one.rehearsedAt, 'moment')
  const drop = useKeep(DeleteRehearsal, { as: 'rehearsals.waiting-deletion', refreshes: [ListRehearsals] })
  if (drop.isSuccess) return <span role="status">{say('rehearsals.deleted')}</span>
  return (
    <>
      <p>{say('rehearsals.took', { day, count: Math.max(1, Math.round(one.seconds / 60)) })}</p>
      {one.pages.length > 0 && <PageMinutes {...{ one, plannedMinutes }} />}
      {one.media && <MediaView media={one.media} caption="" alt={say('rehearsals.listen', { day })} />}
      <Button
        look="plain"
        icon={Trash2}
        busy={drop.isPending}
        onClick={() => drop.mutate({ params: { id: one.id } })}
      >
        {say('rehearsals.delete')}
        <span className="unseen">: {day}</span>
      </Button>
    </>
  )
}
