import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import { useMe } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import {
  GetSpace,
  ListSpaceCandidates,
  ListSpaces,
  OpenSpace,
  SeatPerson,
  UnseatPerson,
} from '../../spaces/contract.ts'
import { kindsByHand, longestName } from '../../spaces/space.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { LearnerOptions } from './learner-options.tsx'
import styles from './spaces.module.css'

type Space = Answer<typeof GetSpace>

/** Who is in it: brought in from the learners one teaches and from one's colleagues, and let go. */
export function SpacePeople({ space }: { space: Space }) {
  const { say } = useWords()
  const me = useMe()
  const end = useAct(UnseatPerson, { refreshes: [GetSpace, ListSpaces] })
  const several = space.people.filter(({ role }) => role === 'teacher').length > 1
  return (
    <Section title={say('groups.who')}>
      <ul className={styles['list']}>
        {space.people.map(({ seatId, person, role }) => (
          <li key={person.id} className={styles['seat']}>
            <Face person={person} size="small" />
            <span>
              {person.name} <small className={styles['quiet']}>{say(`groups.role-${role}`)}</small>
            </span>
            {seatId && (role === 'student' || several) && (
              <SureButton
                word={say(person.id === me.id ? 'groups.leave' : 'groups.let-go')}
                asks={say('groups.let-go-asks', { name: person.name })}
                yes={say('groups.let-go-yes')}
                no={say('groups.leave-it')}
                busy={end.isPending}
                onSure={() => end.mutate({ params: { id: seatId } })}
              />
            )}
          </li>
        ))}
      </ul>
      <WhyNot error={end.error} />
      <BringIn space={space} seat="student" />
      <BringIn space={space} seat="teacher" />
    </Section>
  )
}

function BringIn({ space, seat }: { space: Space; seat: 'student' | 'teacher' }) {
  const { say } = useWords()
  const { data } = useRead(ListSpaceCandidates, { params: { id: space.schoolId } })
  const [personId, setPersonId] = useState('')
  const bring = useAct(SeatPerson, { refreshes: [GetSpace, ListSpaces], onDone: () => setPersonId('') })
  const are = new Set(space.people.map(({ person }) => person.id))
  const isLeft = ({ id }: { id: string }) => !are.has(id)
  const learners = data?.learners.filter(isLeft) ?? []
  const colleagues = data?.colleagues.filter(isLeft) ?? []
  const isFull =
    seat === 'student' && space.kind === 'one-to-one' && space.people.some((one) => one.role === seat)
  if ((seat === 'student' ? learners : colleagues).length === 0 || isFull) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (personId && !bring.isPending)
      bring.mutate({ params: { id: v7() }, body: { spaceId: space.id, personId, role: seat } })
  }
  return (
    <form className={styles['inline']} onSubmit={send}>
      <Select
        label={say(`groups.bring-${seat}`)}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
      >
        <option value="">{say('groups.choose')}</option>
        {seat === 'student' ? (
          <LearnerOptions learners={learners} />
        ) : (
          colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))
        )}
      </Select>
      <Button busy={bring.isPending} disabled={personId === ''} type="submit">
        {say(`groups.bring-${seat}-do`)}
      </Button>
      <WhyNot error={bring.error} />
    </form>
  )
}

export function SpaceName({ space }: { space: Space }) {
  const { say } = useWords()
  const [name, setName] = useState(space.name)
  const keep = useAct(OpenSpace, { refreshes: [GetSpace, ListSpaces] })
  const kind = kindsByHand.find((one) => one === space.kind)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (kind && name.trim())
      keep.mutate({ params: { id: space.id }, body: { kind, schoolId: space.schoolId, name, seats: [] } })
  }
  return (
    <form className={styles['inline']} onSubmit={send}>
      <Field
        label={say('groups.name')}
        required
        value={name}
        maxLength={longestName}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" busy={keep.isPending} disabled={name.trim() === space.name}>
        {say('groups.rename')}
      </Button>
      <WhyNot error={keep.error} />
    </form>
  )
}
