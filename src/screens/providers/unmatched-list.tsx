import { useState } from 'react'
import { WhyNot } from '../../people/web/why-not.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { FindToLink, LinkIdentity, ListProviders } from '../../providers/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './providers.module.css'
import type { ProvidersHere } from './signing-in.tsx'

type Unmatched = ProvidersHere['unmatched'][number]

export function UnmatchedList({ unmatched }: { unmatched: readonly Unmatched[] }) {
  const { say } = useWords()
  if (unmatched.length === 0) return <p>{say('providers.nobody-waits')}</p>
  return (
    <ul className={styles['waiting']}>
      {unmatched.map((one) => (
        <li key={one.id}>
          <OneWaiting one={one} />
        </li>
      ))}
    </ul>
  )
}

/** What the provider says of them is for the eyes of whoever links; it is typed by somebody else. */
function OneWaiting({ one }: { one: Unmatched }) {
  const { say } = useWords()
  const [linking, setLinking] = useState(false)
  return (
    <article className={styles['card']}>
      <h3>{one.saidName || say('providers.nameless')}</h3>
      <p className={styles['quiet']}>
        {[one.provider, one.saidIdentifier].filter(Boolean).join(' · ')} ·{' '}
        <Time at={one.cameAt} as="moment" />
      </p>
      {linking ? (
        <WhoIsIt id={one.id} said={one.saidName} />
      ) : (
        <div>
          <Button onClick={() => setLinking(true)}>{say('providers.who-is-it')}</Button>
        </div>
      )}
    </article>
  )
}

function WhoIsIt({ id, said }: { id: string; said: string }) {
  const { say } = useWords()
  const [words, setWords] = useState(said)
  const asked = words.trim()
  const { data: people = [] } = useRead(
    FindToLink,
    { query: { words: asked } },
    { enabled: asked.length > 1 },
  )
  const link = useAct(LinkIdentity, { refreshes: [ListProviders] })
  return (
    <>
      <Field
        label={say('providers.find')}
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className={styles['people']}>
        {people.map((person) => (
          <li key={person.id}>
            <span>
              {person.name}
              {person.about && <small>{person.about}</small>}
            </span>
            <Button
              busy={link.isPending && link.variables.body.personId === person.id}
              aria-label={say('providers.link-to', { name: person.name })}
              onClick={() => link.mutate({ params: { id }, body: { personId: person.id } })}
            >
              {say('providers.link')}
            </Button>
          </li>
        ))}
      </ul>
      <WhyNot error={link.error} />
    </>
  )
}
