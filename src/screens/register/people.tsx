import { UserPlus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { v7 } from 'uuid'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EnterPerson, FindPeople } from '../../register/contract.ts'
import { type PersonKind, personKinds, peopleFound } from '../../register/registered.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { NamesForm } from './names-form.tsx'
import { SuspectedTwins } from './twins.tsx'
import styles from './register.module.css'

export type Found = Answer<typeof FindPeople>[number]

/** Anyone of the district, found while typing; and somebody new, entered by hand. */
export function OfficePeople() {
  const { say } = useWords()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<PersonKind>()
  const [entering, setEntering] = useState(false)
  const { data, error, refetch } = useRead(FindPeople, { query: { words: ' ' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('register.title')} lead={say('register.lead')} bar={<OfficeBar />}>
      <Section title={say('register.find')}>
        <div className={styles['pair']}>
          <Field
            label={say('register.words')}
            hint={say('register.words-hint')}
            type="search"
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Select
            label={say('register.kind')}
            hint={say('register.kind-hint')}
            value={kind ?? ''}
            onChange={(event) => setKind(personKinds.find((one) => one === event.target.value))}
          >
            <option value="">{say('register.kind-any')}</option>
            {personKinds.map((one) => (
              <option key={one} value={one}>
                {say(`register.kind-${one}`)}
              </option>
            ))}
          </Select>
        </div>
        <FoundPeople words={words} kind={kind} />
      </Section>
      {words.trim() === '' && <SuspectedTwins />}
      <Section title={say('register.new')}>
        {entering ? (
          <EnterForm onLeave={() => setEntering(false)} />
        ) : (
          <div>
            <Button icon={UserPlus} onClick={() => setEntering(true)}>
              {say('register.enter')}
            </Button>
          </div>
        )}
      </Section>
    </Page>
  )
}

function FoundPeople({ words, kind }: { words: string; kind: PersonKind | undefined }) {
  const { say } = useWords()
  const asked = useDeferredValue(words.trim())
  const { data, error } = useRead(
    FindPeople,
    { query: { words: asked, ...(kind ? { kind } : {}) } },
    { enabled: asked !== '' },
  )
  if (asked === '') return kind ? <p role="status">{say('register.words-too')}</p> : null
  if (error) return <WhyNot error={error} />
  if (data?.length === 0)
    return (
      <EmptyState title={say('register.nobody')}>
        <p>{say('register.nobody-meaning')}</p>
      </EmptyState>
    )
  return (
    <>
      <p role="status" className={styles['quiet']}>
        {data &&
          say(data.length < peopleFound ? 'register.found' : 'register.found-first', { count: data.length })}
      </p>
      <ul className={styles['list']}>
        {data?.map((one) => (
          <li key={one.id} className={styles['row']}>
            <div>
              <Link href={`/office/people/${one.id}`}>{one.name}</Link>
              <AboutFound found={one} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

export function AboutFound({ found }: { found: Found }) {
  const { say } = useWords()
  const parts = [
    found.left ? say('register.left') : '',
    ...found.kinds.map((kind) => say(`register.kind-${kind}`)),
    found.legalName === null ? '' : say('register.legal-is', { name: found.legalName }),
    ...found.numbers,
    found.about,
  ]
  return <p className={styles['quiet']}>{parts.filter(Boolean).join(' · ') || say('register.no-place')}</p>
}

function EnterForm({ onLeave }: { onLeave: () => void }) {
  const { say } = useWords()
  const [id] = useState(() => v7())
  const [, go] = useLocation()
  const enter = useAct(EnterPerson, {
    refreshes: [FindPeople],
    onDone: () => go(`/office/people/${id}`),
  })
  return (
    <NamesForm
      act={say('register.enter-do')}
      error={enter.error}
      busy={enter.isPending}
      onKeep={(names) => enter.mutate({ params: { id }, body: names })}
      onLeave={onLeave}
    />
  )
}
