import { Presentation, Goal, MessageSquareQuote, Sparkles } from 'lucide-react'
import { useEffect } from 'react'
import { onNews } from '../../outbox/web/news.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWaiting } from '../../outbox/web/use-outbox.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { type AskedKind, askedKinds } from '../communication.ts'
import { ListReminders, PutReminderAway } from '../contract.ts'
import styles from './reminders.module.css'

type Reminder = Answer<typeof ListReminders>[number]

/** What is kept here and has not arrived yet has been said all the same. */
const said: Readonly<Record<string, AskedKind>> = {
  AddReflection: 'reflection',
  SetGoal: 'goal',
  CheckGoal: 'goal',
  MakeClaim: 'claim',
}

/** The way from the line to saying it, one tap. */
const ways = {
  reflection: { icon: MessageSquareQuote, href: '/reflections?begin', words: 'communications.reflect' },
  goal: { icon: Goal, href: '/goals?begin', words: 'communications.set-goal' },
  claim: { icon: Sparkles, href: '/can-do/new', words: 'communications.say-what-i-can' },
  conference: { icon: Presentation, href: '/conferences', words: 'communications.prepare-conference' },
} as const

/** On a learner's first page: who would like to hear from them, one tap from saying it. Nothing when nobody waits. */
export function Reminders() {
  const { data, refetch } = useRead(ListReminders, {}, { refetchOnMount: 'always' })
  // what was asked for may arrive while this is on the screen
  useEffect(
    () =>
      onNews((news) => {
        if (news.kind === 'arrived' && news.entry.writes.some(({ name }) => name in said)) void refetch()
      }),
    [refetch],
  )
  const writes = useWaiting().flatMap((entry) => entry.writes)
  const saidHere = new Set(writes.map(({ name }) => said[name]))
  const away = JSON.stringify(writes.filter(({ name }) => name === PutReminderAway.name))
  const open = (data ?? [])
    .filter(({ communicationId }) => !away.includes(communicationId))
    .map((one) => ({ ...one, missing: one.missing.filter((kind) => !saidHere.has(kind)) }))
    .filter(({ missing }) => missing.length > 0)
  return open.map((one) => <OneReminder key={one.communicationId} reminder={one} />)
}

function OneReminder({ reminder }: { reminder: Reminder }) {
  const { say, sayDate, locale } = useWords()
  const { communicationId, remindedBy, closesOn, missing, name } = reminder
  const putAway = useKeep(PutReminderAway, {
    as: 'communications.waiting-put-away',
    refreshes: [ListReminders],
  })
  const sentence = say('communications.would-like', { name: remindedBy.name, day: sayDate(closesOn) })
  const meaning = say('communications.would-like-meaning')
  return (
    <section className={styles['reminder']} aria-label={name[locale]}>
      <Face person={remindedBy} />
      <div className={styles['said']}>
        <strong>{sentence}</strong>
        <span>{meaning}</span>
        <div className={styles['acts']}>
          {askedKinds
            .filter((kind) => missing.includes(kind))
            .map((kind, place) => (
              <ButtonLink
                key={kind}
                look={place === 0 ? 'primary' : 'quiet'}
                icon={ways[kind].icon}
                href={ways[kind].href}
              >
                {say(ways[kind].words)}
              </ButtonLink>
            ))}
          <Button
            look="plain"
            busy={putAway.isPending}
            onClick={() => putAway.mutate({ params: { id: communicationId } })}
          >
            {say('communications.not-now')}
          </Button>
          <ReadAloud text={`${sentence} ${meaning}`} />
        </div>
      </div>
    </section>
  )
}
