import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EndProgramKey, ListPrograms } from '../../programs/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { Time } from '../../ui/time.tsx'
import { KeyForm } from './key-form.tsx'
import type { ProgramsHere } from './programs.tsx'
import styles from '../providers/providers.module.css'

type Key = ProgramsHere['keys'][number]

export function KeyList({ keys }: { keys: readonly Key[] }) {
  const { say } = useWords()
  const [adding, setAdding] = useState<string>()
  return (
    <Section title={say('programs.keys')}>
      {keys.length === 0 && !adding && <p className={styles['quiet']}>{say('programs.no-keys')}</p>}
      {keys.map((key) => (
        <KeyCard key={key.id} held={key} />
      ))}
      {adding ? (
        <KeyForm key={adding} id={adding} onDone={() => setAdding(undefined)} />
      ) : (
        <div>
          <Button icon={KeyRound} onClick={() => setAdding(v7())}>
            {say('programs.add-key')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function KeyCard({ held }: { held: Key }) {
  const { say } = useWords()
  const end = useAct(EndProgramKey, { refreshes: [ListPrograms] })
  const what = held.reads.map((one) => say(`programs.reads-${one}`)).join(' · ')
  return (
    <article className={styles['card']}>
      <h3>{held.name}</h3>
      <p className={styles['quiet']}>{say('programs.reading', { what })}</p>
      <p className={styles['quiet']}>
        {say('programs.made-by', { name: held.by })} ·{' '}
        {say(held.expired ? 'programs.ran-out' : 'programs.until')} <Time at={held.expiresAt} /> ·{' '}
        {held.lastUsedAt ? (
          <>
            {say('programs.used')} <Time at={held.lastUsedAt} as="moment" />
          </>
        ) : (
          say('programs.unused')
        )}
      </p>
      <div className={styles['acts']}>
        <SureButton
          look="danger"
          word={say('programs.end-key')}
          asks={say('programs.end-sure')}
          yes={say('programs.yes-end')}
          no={say('programs.leave')}
          busy={end.isPending}
          onSure={() => end.mutate({ params: { id: held.id } })}
        />
      </div>
      {end.error && <Notice kind="problem">{say('programs.not-reached')}</Notice>}
    </article>
  )
}
