import { useState } from 'react'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { type WordKey, useWords } from '../../platform/web/words.tsx'
import {
  ApplyRosterImport,
  GetRosterImport,
  GetRosterProgress,
  ListRosterImports,
} from '../../rosters/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Story } from './roster-changes.tsx'
import { RosterProgress } from './roster-progress.tsx'
import { useWhyNot } from './why-not.ts'
import styles from './rosters.module.css'

/** One press does all of it; what looks wrong is accepted one by one first. */
export function ApplyRoster({ id, story }: { id: string; story: Story }) {
  const { say } = useWords()
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const apply = useAct(ApplyRosterImport, {
    refreshes: [GetRosterImport, GetRosterProgress, ListRosterImports],
  })
  const why = useWhyNot(apply.error)
  // also for whoever comes to the page while somebody else applies it, elsewhere or as a program
  const { data } = useRead(GetRosterProgress, {}, { refetchInterval: apply.isPending && 2_000 })
  const latest = data?.latest?.id === id ? data.latest : undefined
  const isBusy = apply.isPending || latest?.isRunning === true
  useRead(GetRosterImport, { params: { id } }, { refetchInterval: isBusy && 2_000 })
  const codes = [...new Set(story.anomalies.map(({ code }) => code))]
  const toggle = (code: string, isOn: boolean) =>
    setAccepted((known) => new Set(isOn ? [...known, code] : [...known].filter((one) => one !== code)))
  return (
    <div className={styles['form']}>
      {story.anomalies.length > 0 && (
        <Notice kind="problem" title={say('rosters.stop')}>
          {say('rosters.stop-meaning')}
        </Notice>
      )}
      {story.anomalies.map((one) => (
        <Checkbox
          key={`${one.code} ${one.count}`}
          label={say('rosters.right', { what: say(`rosters.anomaly-${one.code}` satisfies WordKey, one) })}
          checked={accepted.has(one.code)}
          onChange={(event) => toggle(one.code, event.currentTarget.checked)}
        />
      ))}
      {why && <Notice kind="problem">{why}</Notice>}
      <div>
        <Button
          look="primary"
          busy={isBusy}
          disabled={!codes.every((code) => accepted.has(code))}
          onClick={() => apply.mutate({ params: { id }, body: { accepts: codes } })}
        >
          {say('rosters.apply')}
        </Button>
      </div>
      {latest && <RosterProgress />}
      <p className={styles['quiet']}>{say('rosters.apply-meaning')}</p>
    </div>
  )
}
