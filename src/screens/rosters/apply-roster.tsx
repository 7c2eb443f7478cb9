import { useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { type WordKey, useWords } from '../../platform/web/words.tsx'
import { ApplyRosterImport, GetRosterImport, ListRosterImports } from '../../rosters/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Story } from './roster-changes.tsx'
import { useWhyNot } from './why-not.ts'
import styles from './rosters.module.css'

/** One press does all of it; what looks wrong is accepted one by one first. */
export function ApplyRoster({ id, story }: { id: string; story: Story }) {
  const { say } = useWords()
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const apply = useAct(ApplyRosterImport, { refreshes: [GetRosterImport, ListRosterImports] })
  const why = useWhyNot(apply.error)
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
          busy={apply.isPending}
          disabled={!codes.every((code) => accepted.has(code))}
          onClick={() => apply.mutate({ params: { id }, body: { accepts: codes } })}
        >
          {say('rosters.apply')}
        </Button>
      </div>
      <p className={styles['quiet']}>{say('rosters.apply-meaning')}</p>
    </div>
  )
}
