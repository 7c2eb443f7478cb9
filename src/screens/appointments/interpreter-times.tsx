import { Printer } from 'lucide-react'
import { ListInterpreterTimes } from '../../appointments/contract.ts'
import { useSchoolTime } from '../../appointments/web/school-time.ts'
import { wayWords } from '../../appointments/web/way-words.ts'
import { useHat } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './times.module.css'

type Time = Answer<typeof ListInterpreterTimes>[number]

/** For whoever finds interpreters: when, where and in which language, on paper too. */
export function InterpreterTimes() {
  const { say } = useWords()
  const [hat] = useHat()
  const { data, error, refetch } = useRead(ListInterpreterTimes, {}, { refetchOnMount: 'always' })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const named = data.some(({ family }) => family !== null)
  return (
    <Page
      title={say('appointments.interpreters')}
      lead={say(named ? 'appointments.interpreters-named' : 'appointments.interpreters-lead')}
      bar={hat === 'teacher' ? <TeacherBar /> : <OfficeBar />}
      action={
        data.length > 0 && (
          <Button icon={Printer} onClick={() => print()}>
            {say('appointments.print-list')}
          </Button>
        )
      }
    >
      {data.length === 0 ? (
        <EmptyState title={say('appointments.interpreters-none')}>
          <p>{say('appointments.interpreters-none-meaning')}</p>
        </EmptyState>
      ) : (
        <ul className={styles['needed']}>
          {data.map((one) => (
            <Needed key={one.id} one={one} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Needed({ one }: { one: Time }) {
  const { say, sayDate } = useWords()
  const { saySpan } = useSchoolTime()
  const { family, place, way, station, stations } = one
  const where = [
    one.school,
    one.class,
    way === 'in_person' ? place : say(wayWords[way]),
    stations > 1 && say('appointments.station', { number: station }),
  ]
  return (
    <li>
      <h2>{one.language || say('appointments.language-unsaid')}</h2>
      <p>
        {sayDate(one.heldOn)}, {saySpan(one)}
      </p>
      <p>{where.filter(Boolean).join(' · ')}</p>
      {family && <p>{[family.learner.name, family.guardian?.name].filter(Boolean).join(' · ')}</p>}
    </li>
  )
}
