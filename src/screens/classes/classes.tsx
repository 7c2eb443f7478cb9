import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { v7 } from 'uuid'
import type { Answer } from '../../platform/web/client.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListKeptClasses, ListSchools } from '../../schools/contract.ts'
import { SpaceCounts } from '../../spaces/web/space-counts.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import styles from '../register/register.module.css'
import { Pending } from '../teacher/pending.tsx'
import { ClassForm } from './class-form.tsx'
import { TermForm } from './term-form.tsx'

type Kept = Answer<typeof ListKeptClasses>
type Term = Kept['terms'][number]

/** The classes and terms of the schools somebody leads. */
export function OfficeClasses() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListKeptClasses, {}, { refetchOnMount: 'always' })
  const { data: schools = [] } = useRead(ListSchools, {})
  const [past, setPast] = useState(false)
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('classes.title')} lead={say('classes.lead')} bar={<OfficeBar />}>
      <Checkbox
        label={say('classes.with-past')}
        checked={past}
        onChange={(event) => setPast(event.currentTarget.checked)}
      />
      {schools.map((school) => (
        <SchoolClasses key={school.id} school={school} kept={data} past={past} />
      ))}
      <SpaceCounts />
    </Page>
  )
}

type SchoolProps = { school: { id: string; name: string }; kept: Kept; past: boolean }

function SchoolClasses({ school, kept, past }: SchoolProps) {
  const { say } = useWords()
  const [opening, setOpening] = useState<string>()
  const here = kept.classes.filter((one) => one.schoolId === school.id)
  const terms = kept.terms.filter((one) => one.schoolId === school.id)
  const isOver = (one: Kept['classes'][number]) => one.archived || (!one.isOpen && one.closesOn < dayOf())
  const shown = past ? here : here.filter((one) => !isOver(one))
  return (
    <Section title={school.name}>
      <ul className={styles['list']}>
        {shown.map((one) => (
          <li key={one.id} className={styles['row']}>
            <div>
              <Link href={`/office/classes/${one.id}`}>{one.name}</Link>
              <p className={styles['quiet']}>
                {[say('classes.learners', { count: one.learners }), ...one.teachers].join(' · ')}
              </p>
            </div>
            <ClassDays one={one} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={styles['quiet']}>{say('classes.none')}</p>}
      {opening ? (
        <ClassForm
          id={opening}
          schoolId={school.id}
          closesOn={terms[0]?.closesOn}
          onDone={() => setOpening(undefined)}
        />
      ) : (
        <div>
          <Button
            icon={Plus}
            aria-label={say('classes.open-at', { school: school.name })}
            onClick={() => setOpening(v7())}
          >
            {say('classes.open')}
          </Button>
        </div>
      )}
      <Terms school={school} terms={terms} past={past} />
    </Section>
  )
}

function ClassDays({ one }: { one: Kept['classes'][number] }) {
  const { say, sayDate } = useWords()
  const days = { from: sayDate(one.opensOn, 'short'), until: sayDate(one.closesOn, 'short') }
  return (
    <p className={styles['quiet']}>
      {[
        one.archived ? say('classes.archived') : say('classes.days', days),
        one.fromRoster ? say('register.from-roster') : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}

function Terms({
  school,
  terms,
  past,
}: {
  school: { id: string; name: string }
  terms: readonly Term[]
  past: boolean
}) {
  const { say, sayDate } = useWords()
  const [keeping, setKeeping] = useState<{ id: string; before?: Term }>()
  const shown = terms.filter((one) => past || one.closesOn >= dayOf())
  return (
    <>
      <h3>{say('classes.terms')}</h3>
      <ul className={styles['list']}>
        {shown.map((one) => (
          <li key={one.id} className={styles['row']}>
            <div>
              <p>{one.name}</p>
              <p className={styles['quiet']}>
                {say('classes.days', {
                  from: sayDate(one.opensOn, 'short'),
                  until: sayDate(one.closesOn, 'short'),
                })}
              </p>
            </div>
            <Button
              aria-label={say('classes.term-change-of', { name: one.name })}
              onClick={() => setKeeping({ id: one.id, before: one })}
            >
              {say('classes.term-change')}
            </Button>
          </li>
        ))}
      </ul>
      {keeping ? (
        <TermForm
          key={keeping.id}
          id={keeping.id}
          schoolId={school.id}
          before={keeping.before}
          onDone={() => setKeeping(undefined)}
        />
      ) : (
        <div>
          <Button
            aria-label={say('classes.term-add-at', { school: school.name })}
            onClick={() => setKeeping({ id: v7() })}
          >
            {say('classes.term-add')}
          </Button>
        </div>
      )}
    </>
  )
}
