import { Play, Plus, Send } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EndHook, ListPrograms, RenewHookSecret, ResumeHook, TryHook } from '../../programs/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { Time } from '../../ui/time.tsx'
import { HookForm, wordOf } from './hook-form.tsx'
import { ShownOnce } from './shown-once.tsx'
import type { ProgramsHere } from './programs.tsx'
import styles from '../providers/providers.module.css'
import own from './programs.module.css'

type Hook = ProgramsHere['hooks'][number]

export function HookList({ hooks }: { hooks: readonly Hook[] }) {
  const { say } = useWords()
  const [adding, setAdding] = useState<string>()
  return (
    <Section title={say('programs.hooks')}>
      {hooks.length === 0 && !adding && <p className={styles['quiet']}>{say('programs.no-hooks')}</p>}
      {hooks.map((hook) => (
        <HookCard key={hook.id} hook={hook} />
      ))}
      {adding ? (
        <HookForm key={adding} id={adding} onDone={() => setAdding(undefined)} />
      ) : (
        <div>
          <Button icon={Plus} onClick={() => setAdding(v7())}>
            {say('programs.add-hook')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function HookCard({ hook }: { hook: Hook }) {
  const { say } = useWords()
  const trial = useAct(TryHook, { refreshes: [ListPrograms] })
  const end = useAct(EndHook, { refreshes: [ListPrograms] })
  const renew = useAct(RenewHookSecret, { refreshes: [ListPrograms] })
  const params = { id: hook.id }
  return (
    <article className={styles['card']}>
      <h3 className={styles['address']}>{hook.address}</h3>
      <p className={styles['quiet']}>{hook.events.map((one) => say(wordOf(one))).join(' · ')}</p>
      {hook.restsSince && <Resting hook={hook} />}
      <div className={styles['acts']}>
        <Button icon={Send} busy={trial.isPending} onClick={() => trial.mutate({ params })}>
          {say('programs.try')}
        </Button>
        {!renew.data && (
          <SureButton
            word={say('programs.renew')}
            asks={say('programs.renew-sure')}
            yes={say('programs.yes-renew')}
            no={say('programs.leave')}
            busy={renew.isPending}
            onSure={() => renew.mutate({ params })}
          />
        )}
        <SureButton
          look="danger"
          word={say('programs.end-hook')}
          asks={say('programs.end-hook-sure')}
          yes={say('programs.yes-end')}
          no={say('programs.leave')}
          busy={end.isPending}
          onSure={() => end.mutate({ params })}
        />
      </div>
      {renew.data && (
        <ShownOnce sentence={say('programs.secret-once')} words={renew.data.secret} onSeen={renew.reset} />
      )}
      {trial.isSuccess && <Tried trouble={trial.data.trouble} />}
      {(trial.error ?? end.error ?? renew.error) && (
        <Notice kind="problem">{say('programs.not-reached')}</Notice>
      )}
      <Calls calls={hook.calls} />
    </article>
  )
}

function Resting({ hook }: { hook: Hook }) {
  const { say } = useWords()
  const resume = useAct(ResumeHook, { refreshes: [ListPrograms] })
  return (
    <Notice
      kind="problem"
      title={say('programs.resting')}
      action={
        <Button
          icon={Play}
          busy={resume.isPending}
          onClick={() => resume.mutate({ params: { id: hook.id } })}
        >
          {say('programs.resume')}
        </Button>
      }
    >
      <p>{say(resume.error ? 'programs.not-reached' : 'programs.missed', { count: hook.waiting })}</p>
    </Notice>
  )
}

function Tried({ trouble }: { trouble: string | null }) {
  const { say } = useWords()
  if (trouble === null) return <Notice kind="success">{say('programs.taken')}</Notice>
  return (
    <Notice kind="problem">
      {trouble === 'not reached'
        ? say('programs.trouble-reached')
        : say('programs.trouble', { what: trouble })}
    </Notice>
  )
}

function Calls({ calls }: { calls: Hook['calls'] }) {
  const { say } = useWords()
  if (calls.length === 0) return <p className={styles['quiet']}>{say('programs.no-calls')}</p>
  return (
    <details>
      <summary>{say('programs.calls')}</summary>
      <ul className={own['calls']}>
        {calls.map((call) => (
          <li key={call.id}>
            <Time at={call.happenedAt} as="moment" /> · {say(wordOf(call.event))} ·{' '}
            {say(`programs.state-${call.state}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}
