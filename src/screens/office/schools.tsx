import { Plus } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { KeepSchool, ListKeptSchools, NameDistrict } from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { OfficeBar } from './office-bar.tsx'
import { NameForm } from './name-form.tsx'
import { ClosedSchool, OpenSchool } from './school-row.tsx'
import styles from '../register/register.module.css'

/** The district and its schools by name: added, named, closed, and opened again. */
export function SchoolsScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListKeptSchools, {})
  const [told, tell] = useState('')
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const [open, closed] = [
    data.schools.filter(({ closedAt }) => closedAt === null),
    data.schools.filter(({ closedAt }) => closedAt !== null),
  ]
  return (
    <Page title={say('office.schools')} lead={say('house.kept-schools-lead')} bar={<OfficeBar />}>
      <Section title={say('house.district')}>
        <District name={data.district} onTold={tell} />
      </Section>
      <p role="status">{told}</p>
      <Section title={say('house.open-schools', { count: open.length })}>
        <ul className={styles['list']}>
          {open.map((school) => (
            <OpenSchool key={school.id} school={school} onTold={tell} />
          ))}
        </ul>
        <AddSchool onTold={tell} />
      </Section>
      {closed.length > 0 && (
        <Section title={say('house.closed-schools')}>
          <ul className={styles['list']}>
            {closed.map((school) => (
              <ClosedSchool key={school.id} school={school} onTold={tell} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

type Told = { onTold: (sentence: string) => void }

function District({ name, onTold }: Told & { name: string }) {
  const { say } = useWords()
  const [naming, setNaming] = useState(false)
  const keep = useAct(NameDistrict, {
    refreshes: [ListKeptSchools],
    onDone: () => {
      setNaming(false)
      onTold(say('house.district-named'))
    },
  })
  if (naming)
    return (
      <NameForm
        label={say('house.district-name')}
        before={name}
        act={say('house.keep-name')}
        busy={keep.isPending}
        error={keep.error}
        onKeep={(said) => keep.mutate({ body: { name: said } })}
        onLeave={() => setNaming(false)}
      />
    )
  return (
    <div className={`${styles['list']} ${styles['row']}`}>
      <p>{name}</p>
      <Button aria-label={say('house.rename-of', { name })} onClick={() => setNaming(true)}>
        {say('house.rename')}
      </Button>
    </div>
  )
}

function AddSchool({ onTold }: Told) {
  const { say } = useWords()
  const [adding, setAdding] = useState<string>()
  const keep = useAct(KeepSchool, {
    refreshes: [ListKeptSchools],
    onDone: () => {
      setAdding(undefined)
      onTold(say('house.school-added'))
    },
  })
  if (adding === undefined)
    return (
      <div>
        <Button icon={Plus} onClick={() => setAdding(v7())}>
          {say('house.add-school')}
        </Button>
      </div>
    )
  return (
    <>
      <p className={styles['quiet']}>{say('house.add-school-meaning')}</p>
      <NameForm
        label={say('house.school-name')}
        act={say('house.add-school-do')}
        busy={keep.isPending}
        error={keep.error}
        onKeep={(name) => keep.mutate({ params: { id: adding }, body: { name } })}
        onLeave={() => setAdding(undefined)}
      />
    </>
  )
}
