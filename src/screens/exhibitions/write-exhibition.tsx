import { useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import {
  GetExhibition,
  ListInvitableClasses,
  ReviseExhibition,
  WriteExhibition,
} from '../../exhibitions/contract.ts'
import { ExhibitionForm, type Written } from '../../exhibitions/web/exhibition-form.tsx'
import { exhibitionReads, type Exhibition } from '../../exhibitions/web/exhibition-words.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { fieldOf } from '../../platform/web/day-minutes.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { HatBar } from '../frameworks/hat-bar.tsx'
import { Pending } from '../teacher/pending.tsx'

type Classes = Answer<typeof ListInvitableClasses>

/** A teacher, or the school, plans a showcase event. */
export function WriteExhibitionScreen() {
  const { data, error, refetch } = useRead(ListInvitableClasses, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return data.length === 0 ? <Nowhere /> : <NewExhibition classes={data} />
}

const blank: Written = {
  title: '',
  words: '',
  heldOn: '',
  from: '17:00',
  to: '19:00',
  guestsFrom: '',
  places: [],
  classIds: [],
}

function NewExhibition({ classes }: { classes: Classes }) {
  const { say } = useWords()
  const [search] = useSearchParams()
  const [, goTo] = useLocation()
  const id = useRef(newId())
  const wished =
    classes.find((one) => one.id === search.get('class')) ?? (classes.length === 1 ? classes[0] : undefined)
  const keep = useKeep(WriteExhibition, {
    as: 'exhibitions.waiting',
    refreshes: exhibitionReads,
    draft: 'showcase event new',
    onDone: (outcome) => goTo(outcome === 'arrived' ? `/showcase-events/${id.current}` : '/showcase-events'),
  })
  return (
    <Page title={say('exhibitions.plan')} width="reading" bar={<HatBar />}>
      <ExhibitionForm
        draftKey="showcase event new"
        begun={{ ...blank, classIds: wished ? [wished.id] : [] }}
        classes={classes}
        busy={keep.isPending}
        error={keep.error}
        action={say('exhibitions.keep-new')}
        onSend={(body) => keep.mutate({ params: { id: id.current }, body })}
      />
    </Page>
  )
}

/** What was planned can be changed until it is over; learners and guests see the latest. */
export function ChangeExhibitionScreen({ params }: ScreenProps) {
  const event = useRead(GetExhibition, { params: { id: params['id'] ?? '' } })
  const classes = useRead(ListInvitableClasses, {})
  if (!event.data || !classes.data) {
    return (
      <Pending
        error={event.error ?? classes.error}
        onTryAgain={() => Promise.all([event.refetch(), classes.refetch()])}
      />
    )
  }
  return event.data.may.run ? <ChangedExhibition event={event.data} classes={classes.data} /> : <Nowhere />
}

function ChangedExhibition({ event, classes }: { event: Exhibition; classes: Classes }) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  // from the event as it was when this was opened: what a colleague changes meanwhile is not written over unseen
  const [revision] = useState(event.revision + 1)
  const draftKey = `showcase event ${event.id} ${revision}`
  const keep = useKeep(ReviseExhibition, {
    as: 'exhibitions.waiting',
    refreshes: exhibitionReads,
    draft: draftKey,
    onDone: () => goTo(`/showcase-events/${event.id}`),
  })
  return (
    <Page title={say('exhibitions.change')} lead={event.title} width="reading" bar={<HatBar />}>
      <ExhibitionForm
        draftKey={draftKey}
        begun={{
          ...event,
          from: fieldOf(event.fromMinute),
          to: fieldOf(event.toMinute),
          guestsFrom: event.guestsFrom === event.heldOn ? '' : event.guestsFrom,
          classIds: event.classes.map(({ id }) => id),
        }}
        classes={classes}
        joined={event.classes.map(({ id }) => id)}
        busy={keep.isPending}
        error={keep.error}
        action={say('exhibitions.keep-change')}
        onSend={(body) => keep.mutate({ params: { id: event.id, revision: String(revision) }, body })}
      />
    </Page>
  )
}
