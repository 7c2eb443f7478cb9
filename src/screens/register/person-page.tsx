import { ArrowLeft, Merge, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { v7 } from 'uuid'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { FindPeople, GetPerson, RenamePerson } from '../../register/contract.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { Family } from './family.tsx'
import { FindPerson } from './find-person.tsx'
import { Leaving } from './leaving.tsx'
import { MergedRecords } from './merged-records.tsx'
import { NamesForm } from './names-form.tsx'
import { PersonTies } from './person-ties.tsx'
import { WaysIn } from './ways-in.tsx'
import styles from './register.module.css'

export type Registered = Answer<typeof GetPerson>

/** Somebody as the office keeps them. Nothing they made is here. */
export function PersonPage({ params }: ScreenProps) {
  const { say } = useWords()
  const id = params['id'] ?? ''
  const { data, error, refetch } = useRead(GetPerson, { params: { id } }, { refetchOnMount: 'always' })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={data.name} lead={<Lead person={data} />} bar={<OfficeBar />}>
      <div className={styles['acts']}>
        <ButtonLink look="plain" icon={ArrowLeft} href="/office/people">
          {say('register.back')}
        </ButtonLink>
        <ButtonLink look="plain" href={`/office/logbook?on=${id}`}>
          {say('register.in-logbook')}
        </ButtonLink>
      </div>
      {data.mergedInto && (
        <Notice
          kind="note"
          title={say('register.merged-into', { name: data.mergedInto.name })}
          action={
            <ButtonLink href={`/office/people/${data.mergedInto.id}`}>{data.mergedInto.name}</ButtonLink>
          }
        />
      )}
      <Section title={say('register.names')}>
        <PersonNames person={data} />
      </Section>
      <PersonTies person={data} />
      <Family person={data} />
      {!data.mergedInto && <WaysIn person={data} />}
      {!data.mergedInto && <Leaving person={data} />}
      <MergedRecords person={data} />
      {!data.mergedInto && <FindTwin person={data} />}
    </Page>
  )
}

function Lead({ person }: { person: Registered }) {
  const { say } = useWords()
  const kinds = person.kinds.map((kind) => say(`register.kind-${kind}`))
  return <p>{[...kinds, ...person.numbers].join(' · ') || say('register.no-ties')}</p>
}

function PersonNames({ person }: { person: Registered }) {
  const { say } = useWords()
  const [renaming, setRenaming] = useState<string>()
  const rename = useAct(RenamePerson, {
    refreshes: [GetPerson, FindPeople],
    onDone: () => setRenaming(undefined),
  })
  const legal = [person.legalGiven ?? person.given, person.legalFamily ?? person.family].join(' ')
  const hasLegal = person.legalGiven !== null || person.legalFamily !== null
  const { rosters } = person
  return (
    <>
      {hasLegal && <p>{say('register.legal-is', { name: legal })}</p>}
      {rosters.length > 0 && (
        <p className={styles['quiet']}>
          {say('register.from-rosters', {
            sources: [...new Set(rosters.map(({ source }) => source))].join(', '),
          })}
        </p>
      )}
      {renaming ? (
        <NamesForm
          before={person}
          act={say('register.names-keep')}
          busy={rename.isPending}
          error={rename.error}
          onKeep={(names) =>
            rename.mutate({ params: { id: renaming }, body: { personId: person.id, ...names } })
          }
          onLeave={() => setRenaming(undefined)}
        />
      ) : (
        <div>
          <Button icon={Pencil} onClick={() => setRenaming(v7())}>
            {say('register.names-change')}
          </Button>
        </div>
      )}
    </>
  )
}

/** The other record of the same human is looked for here, and looked at on a page of its own. */
function FindTwin({ person }: { person: Registered }) {
  const { say } = useWords()
  const [looking, setLooking] = useState(false)
  const [, go] = useLocation()
  return (
    <Section title={say('register.twice')}>
      <p className={styles['quiet']}>{say('register.twice-meaning')}</p>
      {looking ? (
        <FindPerson
          label={say('register.twin')}
          not={person.id}
          act={say('register.compare')}
          onChoose={({ id }) => go(`/office/people/${person.id}/merge/${id}`)}
        />
      ) : (
        <div>
          <Button icon={Merge} onClick={() => setLooking(true)}>
            {say('register.twin-find')}
          </Button>
        </div>
      )}
    </Section>
  )
}
