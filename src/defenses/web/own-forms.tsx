import { type FormEvent, useRef, useState } from 'react'
import { ListCollections } from '../../collections/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useKeep, useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { useMe } from '../../people/web/me.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ListShowcases, ProposeShowcase } from '../../showcases/contract.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { Loading } from '../../ui/ways.tsx'
import { AnswerPanel, GetDefense, WriteOpening } from '../contract.ts'
import { longestOpening } from '../defense.ts'
import type { Attempt } from './defense-words.ts'
import { Trouble } from './trouble.tsx'

type Opened = { words: string; collectionId: string; lets?: boolean }

/** What I want to show, in my own words, and from which collection. */
export function OpeningForm({ attempt }: { attempt: Attempt }) {
  const draft = useAutosavedDraft<Opened>(`opening ${attempt.id}`)
  if (!draft.ready) return <Loading />
  const kept = { words: attempt.opening?.words ?? '', collectionId: attempt.opening?.collection?.id ?? '' }
  return <OpeningWriting attempt={attempt} begun={draft.content ?? kept} onType={draft.write} />
}

type OpeningProps = { attempt: Attempt; begun: Opened; onType: (opened: Opened) => void }

function OpeningWriting({ attempt, begun, onType }: OpeningProps) {
  const { say } = useWords()
  const me = useMe()
  const showcaseId = useRef(newId())
  const [opened, setOpened] = useState(begun)
  const { data } = useRead(ListCollections, { params: { id: me.id } })
  const collections = data?.collections ?? []
  const change = (next: Partial<Opened>) => {
    setOpened({ ...opened, ...next })
    onType({ ...opened, ...next })
  }
  const { words, collectionId, lets = false } = opened
  const kept = attempt.opening?.collection
  const showcase = kept?.id === collectionId ? kept.showcase : null
  const hasGuests = attempt.panel.some(({ isGuest }) => isGuest)
  const asks = hasGuests && collectionId !== '' && showcase === null
  const keepAll = useKeepAll({
    as: 'defenses.waiting-opening',
    refreshes: [GetDefense, ListShowcases],
    draft: `opening ${attempt.id}`,
  })
  const keep = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const say = write(WriteOpening, {
        params: { id: attempt.id },
        body: { words: words.trim(), ...(collectionId ? { collectionId } : {}) },
      })
      const ask = { collectionId, closesOn: attempt.heldOn }
      return keepAll(
        asks && lets
          ? [say, write(ProposeShowcase, { params: { id: showcaseId.current }, body: ask })]
          : [say],
      )
    },
    onSuccess: () => {
      showcaseId.current = newId()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!keep.isPending) keep.mutate()
  }
  return (
    <form className={day['form']} onSubmit={send}>
      <TextArea
        label={say('defenses.opening')}
        hint={say('defenses.opening-hint')}
        rows={3}
        maxLength={longestOpening}
        value={words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      {collections.length > 0 && (
        <Select
          label={say('defenses.from-collection')}
          hint={say('defenses.from-collection-hint')}
          optional
          value={collectionId}
          onChange={(event) => change({ collectionId: event.currentTarget.value })}
        >
          <option value="">{say('defenses.no-collection')}</option>
          {collections.map(({ id, title }) => (
            <option key={id} value={id}>
              {title || say('defenses.untitled')}
            </option>
          ))}
        </Select>
      )}
      {asks && (
        <Checkbox
          label={say('defenses.let-guests')}
          hint={say('defenses.let-guests-hint')}
          checked={lets}
          onChange={(event) => change({ lets: event.currentTarget.checked })}
        />
      )}
      {hasGuests && showcase && <p className={day['quiet']}>{say(`defenses.guests-${showcase}`)}</p>}
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say('defenses.opening-keep')}
        </Button>
        <span role="status">
          {keep.isSuccess && say(keep.data === 'waiting' ? 'ui.saved-waiting' : 'ui.saved')}
        </span>
      </div>
    </form>
  )
}

/** What I take from what was said. */
export function AnswerForm({ attempt }: { attempt: Attempt }) {
  const draft = useAutosavedDraft<{ words: string }>(`answer ${attempt.id}`)
  if (!draft.ready) return <Loading />
  return (
    <AnswerWriting
      attempt={attempt}
      begun={draft.content?.words ?? ''}
      onType={(words) => draft.write({ words })}
    />
  )
}

type AnswerProps = { attempt: Attempt; begun: string; onType: (words: string) => void }

function AnswerWriting({ attempt, begun, onType }: AnswerProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const [words, setWords] = useState(begun)
  const keep = useKeep(AnswerPanel, {
    as: 'defenses.waiting-answer',
    refreshes: [GetDefense],
    draft: `answer ${attempt.id}`,
    onDone: () => {
      id.current = newId()
      setWords('')
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!words.trim() || keep.isPending) return
    keep.mutate({ params: { id: id.current }, body: { attemptId: attempt.id, words: words.trim() } })
  }
  return (
    <form className={day['form']} onSubmit={send}>
      <TextArea
        label={say('defenses.answer')}
        rows={2}
        maxLength={longestOpening}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          onType(event.currentTarget.value)
        }}
      />
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" busy={keep.isPending} disabled={!words.trim()}>
          {say('defenses.answer-keep')}
        </Button>
      </div>
    </form>
  )
}
