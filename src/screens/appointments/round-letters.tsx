import { Printer } from 'lucide-react'
import { useState } from 'react'
import { GetConferencePlan } from '../../appointments/contract.ts'
import { type Addressed, Letter } from '../../appointments/web/letter.tsx'
import { useLetterWords } from '../../appointments/web/letter-words.ts'
import type { Plan } from '../../appointments/web/timetable.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles, Segments } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './times.module.css'

const whom = ['learners', 'guardians', 'all'] as const
type Whom = (typeof whom)[number]

/** Letters to the families of a round, seen before they are printed. */
export function RoundLetters({ params }: ScreenProps) {
  const { say, locale } = useWords()
  const { data, error, refetch } = useRead(GetConferencePlan, { params: { id: params['id'] ?? '' } })
  const words = useLetterWords()
  const [for_, setFor] = useState<Whom>('learners')
  const [otherwise, setOtherwise] = useState(locale)
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const letters = addressed(data, for_)
  return (
    <Page
      title={say('appointments.letters')}
      lead={say('appointments.letters-lead')}
      width="reading"
      bar={<TeacherBar classId={data.round.class.id} />}
    >
      <RadioTiles
        label={say('appointments.letters-for')}
        value={for_}
        onChange={setFor}
        choices={whom.map((value) => ({ value, label: say(`appointments.for-${value}`) }))}
      />
      <Segments
        label={say('appointments.letters-language')}
        value={otherwise}
        onChange={setOtherwise}
        choices={(['en', 'fr'] as const).map((value) => ({ value, label: say(`appointments.in-${value}`) }))}
      />
      {letters.length === 0 ? (
        <p>{say('appointments.letters-none')}</p>
      ) : (
        <div className={styles['buttons']}>
          <Button look="primary" icon={Printer} onClick={() => print()}>
            {say('appointments.print-letters', { count: letters.length })}
          </Button>
        </div>
      )}
      {!words && <Loading />}
      {words && letters.length > 0 && (
        <div className={styles['letters']}>
          {letters.map((to) => (
            <Letter
              key={`${to.learner.id} ${to.guardianId}`}
              to={to}
              plan={data}
              words={words[to.locale ?? otherwise]}
            />
          ))}
        </div>
      )}
    </Page>
  )
}

function addressed({ families }: Plan, whose: Whom): Addressed[] {
  return families
    .filter(({ hasTime }) => whose !== 'learners' || !hasTime)
    .flatMap(({ learner, guardians }) =>
      guardians
        .filter(({ hasTime }) => whose !== 'guardians' || !hasTime)
        .map(({ id, name, locale }) => ({ guardianId: id, name, locale, learner })),
    )
}
