import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { AddCollection, ListCollections } from '../../collections/contract.ts'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { useMe } from '../../people/web/me.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListShowcases, ProposeShowcase } from '../../showcases/contract.ts'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { Loading } from '../../ui/ways.tsx'
import { usePortfolio } from '../../work/web/piece-wall-portfolio.ts'
import { TakeStand } from '../contract.ts'
import { longestTitle } from '../exhibition.ts'
import { type Exhibition, exhibitionReads } from './exhibition-words.ts'
import { Trouble } from './placed-stand.tsx'

type Way = 'showcase' | 'collection' | 'piece' | 'table'
type Typed = { title: string; way?: Way; chosen?: string; why: string }
type StandFormProps = { event: Exhibition; onDone: () => void }

/** A learner says yes: what stands on the placard, and which work guests are led to, if any. */
export function StandForm(props: StandFormProps) {
  const draftKey = `stand ${props.event.id}`
  const draft = useAutosavedDraft<Typed>(draftKey)
  const { mine } = props.event
  const begun: Typed = {
    title: mine?.title ?? '',
    why: '',
    ...(mine?.showcaseId ? { way: 'showcase', chosen: mine.showcaseId } : {}),
  }
  if (!draft.ready) return <Loading />
  return <Choosing {...props} begun={draft.content ?? begun} draft={draftKey} onType={draft.write} />
}

type ChoosingProps = StandFormProps & { begun: Typed; draft: string; onType: (typed: Typed) => void }

function Choosing({ event, begun, draft, onType, onDone }: ChoosingProps) {
  const { say } = useWords()
  const ids = useRef({ stand: event.mine?.id ?? newId(), showcase: newId(), collection: newId() })
  const [typed, setTyped] = useState(begun)
  const [tried, setTried] = useState(false)
  const things = useThings(event)
  const ways = (['showcase', 'collection', 'piece', 'table'] as const).filter(
    (one) => one === 'table' || things[one].length > 0,
  )
  const way = ways.find((one) => one === typed.way) ?? ways[0] ?? 'table'
  const list = way === 'table' ? [] : things[way]
  const chosen = list.find(({ id }) => id === typed.chosen)?.id ?? list[0]?.id
  const title = typed.title.trim()
  const change = (next: Partial<Typed>) => {
    setTyped({ ...typed, ...next })
    onType({ ...typed, ...next })
  }
  const keepAll = useKeepAll({
    as: 'exhibitions.waiting-stand',
    draft,
    refreshes: [...exhibitionReads, ListCollections, ListShowcases],
  })
  const keep = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      keepAll(writesFor({ ids: ids.current, event, way, chosen, title, why: typed.why.trim() })),
    onSuccess: onDone,
  })
  const send = (sent: FormEvent) => {
    sent.preventDefault()
    setTried(true)
    if (title !== '' && !keep.isPending) keep.mutate()
  }
  return (
    <form className={day['form']} onSubmit={send} noValidate>
      <Field
        label={say('exhibitions.stand-title')}
        hint={say('exhibitions.stand-title-hint')}
        maxLength={longestTitle}
        value={typed.title}
        error={tried && title === '' ? say('exhibitions.stand-title-first') : undefined}
        onChange={(event_) => change({ title: event_.currentTarget.value })}
      />
      <RadioTiles
        label={say('exhibitions.stand-way')}
        value={way}
        onChange={(next) => change({ way: next })}
        choices={ways.map((value) => ({
          value,
          label: say(`exhibitions.way-${value}`),
          hint: say(`exhibitions.way-${value}-hint`),
        }))}
      />
      {list.length > 0 && (
        <Select
          label={say('exhibitions.stand-which')}
          value={chosen}
          onChange={(event_) => change({ chosen: event_.currentTarget.value })}
        >
          {list.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </Select>
      )}
      {way === 'piece' && (
        <TextArea
          label={say('exhibitions.stand-why')}
          hint={say('exhibitions.stand-why-hint')}
          optional
          maxLength={2_000}
          value={typed.why}
          onChange={(event_) => change({ why: event_.currentTarget.value })}
        />
      )}
      <p className={day['quiet']}>
        {say(way === 'table' ? 'exhibitions.consent-table' : 'exhibitions.consent-showcase')}
      </p>
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say(event.mine?.stays ? 'exhibitions.stand-keep' : 'exhibitions.say-yes')}
        </Button>
        {event.mine?.stays && (
          <Button look="plain" onClick={onDone}>
            {say('ui.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

type Thing = { id: string; title: string }

/** What there is to choose from, by the way it is shown. */
function useThings(event: Exhibition): Record<Exclude<Way, 'table'>, readonly Thing[]> {
  const { say } = useWords()
  const me = useMe()
  const { data } = useRead(ListCollections, { params: { id: me.id } })
  const { pieces = [] } = usePortfolio(me.id)
  const asked = new Set(event.choices.map(({ collectionId }) => collectionId))
  const named = ({ id, title }: Thing) => ({ id, title: title || say('exhibitions.untitled') })
  return {
    showcase: event.choices.map(named),
    collection: (data?.collections ?? []).filter((one) => one.choices > 0 && !asked.has(one.id)).map(named),
    piece: pieces.map(named),
  }
}

type Chosen = {
  ids: { stand: string; showcase: string; collection: string }
  event: Exhibition
  way: Way
  chosen: string | undefined
  title: string
  why: string
}

/** One thing for the learner, several for the server: a page of this work, the question to open it, and the stand. */
function writesFor({ ids, event, way, chosen, title, why }: Chosen) {
  const asks = way === 'collection' || way === 'piece'
  const collectionId = way === 'collection' ? chosen : ids.collection
  const showcaseId = way === 'showcase' ? chosen : asks ? ids.showcase : undefined
  const take = write(TakeStand, {
    params: { id: ids.stand },
    body: { exhibitionId: event.id, title, ...(showcaseId ? { showcaseId } : {}) },
  })
  if (!asks || !chosen || !collectionId) return [take]
  const propose = write(ProposeShowcase, {
    params: { id: ids.showcase },
    body: { collectionId, closesOn: event.heldOn },
  })
  if (way === 'collection') return [propose, take]
  const choice = { id: newId(), pieceId: chosen, why, highlight: false, growth: true, beside: [] }
  const add = write(AddCollection, {
    params: { id: collectionId },
    body: { title, about: '', look: 'paper', sections: [{ id: newId(), title: '', choices: [choice] }] },
  })
  return [add, propose, take]
}
