import { Plus } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { Answer } from '../../platform/web/client.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListKeptClasses, ListSchools } from '../../schools/contract.ts'
import { SpaceCounts } from '../../spaces/web/space-counts.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { SchoolPart } from '../office/school-part.tsx'
import styles from '../register/register.module.css'
import { Pending } from '../teacher/pending.tsx'
import { ArchiveYear } from './archive-year.tsx'
import { ClassRow, FoundClasses, isOver } from './found-classes.tsx'
import { ClassForm } from './class-form.tsx'
import { TermForm } from './term-form.tsx'

type Kept = Answer<typeof ListKeptClasses>
type Schools = Answer<typeof ListSchools>
type Term = Kept['terms'][number]

/** Of more than these one is looked for. */
const fewClasses = 20

/** The classes and terms of the schools somebody leads. */
export function OfficeClasses() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListKeptClasses, {}, { refetchOnMount: 'always' })
  const { data: schools = [] } = useRead(ListSchools, {})
  const [past, setPast] = useState(false)
  const [words, setWords] = useState('')
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('classes.title')} lead={say('classes.lead')} bar={<OfficeBar />}>
      {data.classes.length > fewClasses && (
        <div className={styles['form']}>
          <Field
            label={say('classes.find')}
            hint={say('classes.find-hint')}
            type="search"
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      <Checkbox
        label={say('classes.with-past')}
        checked={past}
        onChange={(event) => setPast(event.currentTarget.checked)}
      />
      {words.trim() === '' ? (
        schools
          .filter(({ closed }) => past || !closed)
          .map((school, _, shown) => (
            <SchoolClasses key={school.id} school={school} of={shown.length} kept={data} past={past} />
          ))
      ) : (
        <FoundClasses classes={data.classes.filter((one) => past || !isOver(one))} words={words} />
      )}
      <SpaceCounts />
    </Page>
  )
}

type SchoolProps = { school: Schools[number]; of: number; kept: Kept; past: boolean }

function SchoolClasses({ school, of, kept, past }: SchoolProps) {
  const { say } = useWords()
  const [opening, setOpening] = useState<string>()
  const here = kept.classes.filter((one) => one.schoolId === school.id)
  const terms = kept.terms.filter((one) => one.schoolId === school.id)
  const shown = past ? here : here.filter((one) => !isOver(one))
  return (
    <SchoolPart name={school.name} of={of} about={say('house.classes-of', { count: shown.length })}>
      <ul className={styles['list']}>
        {shown.map((one) => (
          <ClassRow key={one.id} one={one} />
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
        <div className={styles['acts']}>
          <Button
            icon={Plus}
            aria-label={say('classes.open-at', { school: school.name })}
            onClick={() => setOpening(v7())}
          >
            {say('classes.open')}
          </Button>
          <ArchiveYear school={school.name} classes={here} />
        </div>
      )}
      <Terms school={school} terms={terms} past={past} />
    </SchoolPart>
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
