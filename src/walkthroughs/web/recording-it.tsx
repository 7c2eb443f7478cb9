import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { BeginConference, GetConferencePreparation, ListMyConferences } from '../../conferences/contract.ts'
import stage from '../../conferences/web/conferences.module.css'
import { beginningOf } from '../../conferences/web/meeting-writes.ts'
import type { Preparation } from '../../conferences/web/prepared.ts'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Segments } from '../../ui/choices.tsx'
import { SendWalkthrough } from '../contract.ts'
import { FilmNote } from './film-note.tsx'
import type { PageTimes } from './page-times.ts'
import styles from './walkthroughs.module.css'

type RecordingProps = {
  prepared: Preparation
  /** who was ticked before; whoever is the only one it can be for need not be */
  chosen: readonly string[]
  times: PageTimes
  onSent: (names: readonly string[]) => void
}

/** Beside the pages: speak through them from the first to the last, then send it to those it is for. */
export function RecordingIt({ prepared, chosen, times, onSent }: RecordingProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const voice = useVoiceFile()
  const [filmed, setFilmed] = useState<'voice' | 'film'>('voice')
  const { round, learner, preparationId } = prepared
  const family = prepared.people.filter(({ role }) => role === 'guardian')
  const [ticked, setTicked] = useState<readonly string[]>(
    family.length === 1 ? family.map((one) => one.id) : chosen,
  )
  const people = family.filter((one) => ticked.includes(one.id))
  const keepAll = useKeepAll({
    as: 'walkthroughs.waiting',
    refreshes: [GetConferencePreparation, ListMyConferences],
  })
  const send = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      if (people.length === 0) throw new ApiRefusal(0, 'nobody_chosen', say('walkthroughs.for-nobody'))
      const mediaId = await voice.kept()
      if (!mediaId || !preparationId)
        throw new ApiRefusal(0, 'nothing_recorded', say('walkthroughs.nothing-yet'))
      const told = people.map(({ role, id: personId, name }) => ({ role, personId, name }))
      const whose = { roundId: round.id, learnerId: learner.id }
      await keepAll([
        write(BeginConference, beginningOf({ id: id.current, people: told }, whose)),
        write(SendWalkthrough, {
          params: { id: id.current },
          body: { mediaId, preparationId, ...times.turns() },
        }),
      ])
    },
    onSuccess: () => onSent(people.map(({ name }) => name)),
  })
  const take = (note: File | undefined) => {
    send.reset()
    if (note) times.stop()
    else times.forget()
    return voice.take(note)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate()
  }
  return (
    <form className={stage['beside']} aria-label={say('walkthroughs.recording')} onSubmit={submit}>
      <fieldset className={styles['whom']}>
        <legend>{say('walkthroughs.for-whom')}</legend>
        {family.map(({ id: one, name }) => (
          <Checkbox
            key={one}
            label={name}
            checked={ticked.includes(one)}
            onChange={() => {
              send.reset()
              setTicked((before) =>
                before.includes(one) ? before.filter((other) => other !== one) : [...before, one],
              )
            }}
          />
        ))}
      </fieldset>
      <Segments
        label={say('walkthroughs.voice-or-film')}
        value={filmed}
        onChange={(next) => {
          void take(undefined)
          setFilmed(next)
        }}
        choices={[
          { value: 'voice', label: say('walkthroughs.voice') },
          { value: 'film', label: say('walkthroughs.film') },
        ]}
      />
      <p>{say(filmed === 'film' ? 'walkthroughs.how-film' : 'walkthroughs.how')}</p>
      {filmed === 'film' ? (
        <FilmNote
          place={`walkthrough film ${round.id}`}
          onRecorded={take}
          onSecond={times.onSecond}
          onLeave={() => setFilmed('voice')}
        />
      ) : (
        <VoiceNote place={`walkthrough ${round.id}`} onRecorded={take} onSecond={times.onSecond} />
      )}
      <WhyNot error={send.error} />
      <div className={styles['ways']}>
        <Button type="submit" look={voice.has ? 'primary' : 'quiet'} busy={send.isPending}>
          {say('walkthroughs.send')}
        </Button>
      </div>
    </form>
  )
}
