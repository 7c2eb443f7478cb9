import { Plus } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { BeginFramework, ListFrameworks } from '../../competencies/contract.ts'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import styles from './frameworks.module.css'

export const judges = ['learner', 'teacher'] as const
export type Judge = (typeof judges)[number]

/** A framework of the district's own: its name first, its items on its page. */
export function BeginFrameworkForm() {
  const { say, locale } = useWords()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState({ title: '', notes: '', judgedBy: 'learner' as Judge })
  const [empty, setEmpty] = useState(false)
  const id = useRef(newId())
  const begin = useAct(BeginFramework, {
    refreshes: [ListFrameworks],
    onDone: () => navigate(`/office/frameworks/${id.current}`),
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(typed.title.trim() === '')
    if (typed.title.trim() === '') return
    begin.mutate({ params: { id: id.current }, body: { ...typed, language: locale } })
  }
  return (
    <Section title={say('competencies.own')}>
      {!open ? (
        <div>
          <Button icon={Plus} onClick={() => setOpen(true)}>
            {say('competencies.begin')}
          </Button>
        </div>
      ) : (
        <form className={styles['form']} onSubmit={save} noValidate>
          <Field
            label={say('competencies.name')}
            maxLength={300}
            value={typed.title}
            error={empty ? say('competencies.name-empty') : undefined}
            onChange={(event) => setTyped({ ...typed, title: event.currentTarget.value })}
          />
          <TextArea
            label={say('competencies.notes')}
            optional
            maxLength={5_000}
            value={typed.notes}
            onChange={(event) => setTyped({ ...typed, notes: event.currentTarget.value })}
          />
          <JudgeChoice value={typed.judgedBy} onChange={(judgedBy) => setTyped({ ...typed, judgedBy })} />
          {begin.error && (
            <Notice kind="problem">
              {begin.error instanceof ApiRefusal ? begin.error.sentence : say('competencies.not-done')}
            </Notice>
          )}
          <div className={styles['buttons']}>
            <Button type="submit" look="primary" busy={begin.isPending}>
              {say('competencies.begin-it')}
            </Button>
            <Button look="plain" onClick={() => setOpen(false)}>
              {say('ui.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Section>
  )
}

export function JudgeChoice({ value, onChange }: { value: Judge; onChange: (judge: Judge) => void }) {
  const { say } = useWords()
  return (
    <RadioTiles
      label={say('competencies.who-judges')}
      value={value}
      onChange={onChange}
      choices={judges.map((judge) => ({
        value: judge,
        label: say(`competencies.judged-${judge}`),
        hint: say(`competencies.judged-${judge}-hint`),
      }))}
    />
  )
}
