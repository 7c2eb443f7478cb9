import { Link } from 'wouter'
import { v7 } from 'uuid'
import { ListWaiting } from '../../office/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListSuspected, TellApart } from '../../register/contract.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

type Pair = Answer<typeof ListSuspected>[number]

/** Records that may be of one human, two and two; what is done about them is done on the page of both. */
export function SuspectedTwins() {
  const { say } = useWords()
  const { data = [] } = useRead(ListSuspected, {}, { refetchOnMount: 'always' })
  const apart = useAct(TellApart, { refreshes: [ListSuspected, ListWaiting] })
  if (data.length === 0) return null
  return (
    <Section title={say('register.twins')}>
      <p>{say('register.twins-lead')}</p>
      <WhyNot error={apart.error} />
      <ul className={styles['list']}>
        {data.map((pair) => (
          <li key={`${pair.kept.id} ${pair.gone.id}`} className={styles['row']}>
            <About pair={pair} />
            <div className={styles['acts']}>
              <ButtonLink
                aria-label={say('register.twins-look-of', { name: pair.kept.name })}
                href={`/office/people/${pair.kept.id}/merge/${pair.gone.id}`}
              >
                {say('register.twins-look')}
              </ButtonLink>
              <Button
                aria-label={say('register.twins-two-of', { name: pair.kept.name })}
                busy={apart.isPending && apart.variables.body.otherId === pair.gone.id}
                onClick={() =>
                  apart.mutate({
                    params: { id: v7() },
                    body: { oneId: pair.kept.id, otherId: pair.gone.id },
                  })
                }
              >
                {say('register.twins-two')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function About({ pair }: { pair: Pair }) {
  const { say } = useWords()
  return (
    <div>
      {[pair.kept, pair.gone].map((one) => (
        <p key={one.id}>
          <Link href={`/office/people/${one.id}`}>{one.name}</Link>{' '}
          <span className={styles['quiet']}>
            {[...one.numbers, one.about || say('register.no-place')].join(' · ')}
          </span>
        </p>
      ))}
      <p className={styles['quiet']}>{say(`register.twins-why-${pair.why}`)}</p>
    </div>
  )
}
