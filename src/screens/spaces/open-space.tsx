import { type FormEvent, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { useLocation } from 'wouter'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListSpaceCandidates, ListSpaces, OpenSpace } from '../../spaces/contract.ts'
import { kindsByHand, longestName } from '../../spaces/space.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox, RadioTiles, Segments } from '../../ui/choices.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { LearnerOptions } from './learner-options.tsx'
import styles from './spaces.module.css'

type Named = { id: string; name: string }

/** A teacher opens a group or a one-to-one at a school they teach at. */
export function OpenSpaceScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListSpaces, {})
  const [chosen, setSchool] = useState<string>()
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const school = chosen ?? data.schools[0]?.id
  if (!school) return <Nowhere />
  return (
    <Page title={say('groups.open')} lead={say('groups.open-lead')} width="reading" bar={<TeacherBar />}>
      {data.schools.length > 1 && (
        <Segments
          label={say('groups.school')}
          value={school}
          choices={data.schools.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setSchool}
        />
      )}
      <OpenForm key={school} schoolId={school} />
    </Page>
  )
}

function OpenForm({ schoolId }: { schoolId: string }) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const id = useRef(v7())
  const candidates = useRead(ListSpaceCandidates, { params: { id: schoolId } })
  const [kind, setKind] = useState<(typeof kindsByHand)[number]>('group')
  const [name, setName] = useState('')
  const [learners, setLearners] = useState<readonly string[]>([])
  const [colleagues, setColleagues] = useState<readonly string[]>([])
  const open = useAct(OpenSpace, { refreshes: [ListSpaces], onDone: () => goTo(`/spaces/${id.current}`) })
  if (!candidates.data) return <Loading />
  const alone = kind === 'one-to-one'
  const amiss = name.trim() === '' || (alone && learners.length !== 1)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (open.isPending || amiss) return
    const seats = [
      ...learners.map((personId) => ({ id: v7(), personId, role: 'student' as const })),
      ...colleagues.map((personId) => ({ id: v7(), personId, role: 'teacher' as const })),
    ]
    open.mutate({ params: { id: id.current }, body: { kind, schoolId, name: name.trim(), seats } })
  }
  const change = (next: typeof kind) => {
    setKind(next)
    setLearners([])
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <RadioTiles
        label={say('groups.kind')}
        value={kind}
        onChange={change}
        choices={kindsByHand.map((value) => ({
          value,
          label: say(`groups.kind-${value}`),
          hint: say(`groups.kind-${value}-meaning`),
        }))}
      />
      <Field
        label={say('groups.name')}
        hint={say(`groups.name-${kind}`)}
        required
        value={name}
        maxLength={longestName}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {alone ? (
        <Select
          label={say('groups.learner')}
          required
          value={learners[0] ?? ''}
          onChange={(event) => setLearners(event.currentTarget.value ? [event.currentTarget.value] : [])}
        >
          <option value="">{say('groups.choose')}</option>
          <LearnerOptions learners={candidates.data.learners} />
        </Select>
      ) : (
        <Ticks
          label={say('groups.choose-learners')}
          find={say('groups.find-learner')}
          people={candidates.data.learners}
          chosen={learners}
          onChange={setLearners}
        />
      )}
      {candidates.data.colleagues.length > 0 && (
        <Ticks
          label={say('groups.choose-colleagues')}
          find={say('groups.find-colleague')}
          hint={say('groups.colleagues-meaning')}
          people={candidates.data.colleagues}
          chosen={colleagues}
          onChange={setColleagues}
        />
      )}
      <p className={styles['quiet']}>{say('groups.opens-nothing-else')}</p>
      <WhyNot error={open.error} />
      <div className={styles['inline']}>
        <Button look="primary" type="submit" busy={open.isPending} disabled={amiss}>
          {say('groups.open-do')}
        </Button>
        <ButtonLink look="plain" href="/spaces">
          {say('groups.leave-it')}
        </ButtonLink>
      </div>
    </form>
  )
}

type TicksProps = {
  label: string
  find: string
  hint?: string
  people: readonly (Named & { classes?: readonly string[] })[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** So many are looked through with the eyes; among more one looks for a name. */
const mostSeen = 30

function Ticks({ label, find, hint, people, chosen, onChange }: TicksProps) {
  const { sayList } = useWords()
  const [words, setWords] = useState('')
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const shown = people.filter(
    ({ id, name }) => chosen.includes(id) || plain(name).includes(plain(words.trim())),
  )
  const several = new Set(people.flatMap(({ classes = [] }) => classes)).size > 1
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      {hint && <p className={styles['quiet']}>{hint}</p>}
      {people.length > mostSeen && (
        <Field
          type="search"
          label={find}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div className={styles['people']}>
        {shown.map(({ id, name, classes = [] }) => (
          <Checkbox
            key={id}
            label={name}
            hint={several && classes.length > 0 ? sayList(classes) : undefined}
            checked={chosen.includes(id)}
            onChange={() => toggle(id)}
          />
        ))}
      </div>
    </fieldset>
  )
}
