import { Plus } from 'lucide-react'
import { Link } from 'wouter'
import { ListClassRounds } from '../../critiques/contract.ts'
import { PeerSetting } from '../../critiques/web/peer-setting.tsx'
import { protocolIn, useProtocolWords } from '../../critiques/web/protocol-words.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './critiques.module.css'

/** The critique rounds of a class: for teachers with the leave they give, for learners those they take part in. */
export function ClassRounds({ params }: ScreenProps) {
  const { say } = useWords()
  const classId = params['id'] ?? ''
  const { data, error, refetch } = useRead(ListClassRounds, { params: { id: classId } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('critiques.rounds')}
      lead={data.class.name}
      width="reading"
      bar={<TeacherBar classId={data.may.open ? classId : undefined} />}
      action={
        data.may.open &&
        data.allowed && (
          <ButtonLink look="primary" icon={Plus} href={`/classes/${classId}/critiques/new`}>
            {say('critiques.open-round')}
          </ButtonLink>
        )
      }
    >
      {data.may.set && <PeerSetting rounds={data} />}
      {data.rounds.length === 0 ? (
        <EmptyState title={say('critiques.no-rounds')}>
          <p>{say(data.may.set ? 'critiques.no-rounds-teacher' : 'critiques.no-rounds-learner')}</p>
        </EmptyState>
      ) : (
        <ul className={styles['rounds']}>
          {data.rounds.map((round) => (
            <RoundLine key={round.id} round={round} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function RoundLine({ round }: { round: Answer<typeof ListClassRounds>['rounds'][number] }) {
  const { say, sayDate } = useWords()
  const { tell } = useProtocolWords()
  const protocol = protocolIn(round)
  const dates = { opens: sayDate(round.opensOn, 'short'), closes: sayDate(round.closesOn, 'short') }
  return (
    <li className={styles['round']}>
      <h2>
        <Link href={`/critique-rounds/${round.id}`}>
          {round.title || (protocol ? tell(protocol.name) : '')}
        </Link>
      </h2>
      <p>
        {protocol && tell(protocol.name)} · {say('critiques.from-to', dates)} ·{' '}
        {say(round.running ? 'critiques.running' : 'critiques.not-running')}
      </p>
      {round.reports > 0 && (
        <p className={styles['reported']}>{say('critiques.reports', { count: round.reports })}</p>
      )}
    </li>
  )
}
