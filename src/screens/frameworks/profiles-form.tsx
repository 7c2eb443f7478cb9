import { type FormEvent, useState } from 'react'
import { GetFramework, ListProfiles, LoadProfiles } from '../../competencies/contract.ts'
import { mostProfiles, readProfileRows, type RowProblem } from '../../competencies/web/profile-rows.ts'
import type { Item } from '../../competencies/web/wording.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import would from '../../ui/what-it-would-do.module.css'
import styles from './frameworks.module.css'

type ProfilesFormProps = { frameworkId: string; items: readonly Item[] }

/** The official texts of the profiles, which a district that may use them pastes here; all of them or none. */
export function ProfilesForm({ frameworkId, items }: ProfilesFormProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState({ pasted: '', source: '', language: 'en' as 'en' | 'fr' })
  const [tried, setTried] = useState(false)
  const { rows, problems } = readProfileRows(typed.pasted, items)
  const loaded = items.filter(({ profiles }) => profiles > 0).length
  const load = useAct(LoadProfiles, {
    refreshes: [GetFramework, ListProfiles],
    onDone: () => {
      setTyped({ ...typed, pasted: '' })
      setTried(false)
    },
  })
  const ready = rows.length > 0 && rows.length <= mostProfiles && problems.length === 0
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { source, language } = typed
    if (ready && source.trim() !== '')
      load.mutate({ params: { id: frameworkId }, body: { source: source.trim(), language, profiles: rows } })
  }
  return (
    <Section title={say('competencies.profiles')}>
      <p className={styles['quiet']}>
        {loaded > 0
          ? say('competencies.profiles-loaded', { count: loaded })
          : say('competencies.profiles-none')}
      </p>
      <details className={would['details']}>
        <summary>{say('competencies.profiles-load')}</summary>
        <form className={styles['form']} onSubmit={save} noValidate>
          <Segments
            label={say('competencies.profiles-language')}
            value={typed.language}
            choices={[
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ]}
            onChange={(language) => setTyped({ ...typed, language })}
          />
          <Field
            label={say('competencies.profiles-source')}
            hint={say('competencies.profiles-source-hint')}
            maxLength={300}
            value={typed.source}
            error={tried && typed.source.trim() === '' ? say('competencies.profiles-no-source') : undefined}
            onChange={(event) => setTyped({ ...typed, source: event.currentTarget.value })}
          />
          <TextArea
            label={say('competencies.profiles-rows')}
            hint={say('competencies.profiles-rows-hint')}
            rows={6}
            value={typed.pasted}
            error={tried && typed.pasted.trim() === '' ? say('competencies.profiles-empty') : undefined}
            onChange={(event) => setTyped({ ...typed, pasted: event.currentTarget.value })}
          />
          <p role="status">{rows.length > 0 && say('competencies.profiles-read', { count: rows.length })}</p>
          <Problems problems={problems} />
          {load.error && (
            <Notice kind="problem">
              {load.error instanceof ApiRefusal ? load.error.sentence : say('competencies.not-done')}
            </Notice>
          )}
          {load.isSuccess && <Notice kind="success">{say('competencies.profiles-done')}</Notice>}
          <div>
            <Button type="submit" busy={load.isPending}>
              {say('competencies.profiles-take')}
            </Button>
          </div>
        </form>
      </details>
    </Section>
  )
}

const problemWords = {
  columns: 'competencies.row-columns',
  unknown: 'competencies.row-unknown',
  number: 'competencies.row-number',
  twice: 'competencies.row-twice',
} as const

const mostShown = 20

function Problems({ problems }: { problems: readonly RowProblem[] }) {
  const { say } = useWords()
  if (problems.length === 0) return null
  return (
    <Notice kind="note" title={say('competencies.rows-wrong', { count: problems.length })}>
      <ul className={would['plain']}>
        {problems.slice(0, mostShown).map(({ row, problem }) => (
          <li key={row}>{say(problemWords[problem], { row })}</li>
        ))}
      </ul>
    </Notice>
  )
}
