import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { DecideSlip, ReleaseCard, WithdrawCard } from '../contract.ts'
import { longestReason } from '../exhibition.ts'
import { exhibitionReads, type Slips } from './exhibition-words.ts'
import styles from './exhibitions.module.css'
import { Trouble } from './placed-stand.tsx'
import { type Slip, SlipWords } from './slip-words.tsx'
import { WriteDown } from './write-down.tsx'

/** Passed on to the child, or put aside with a reason that only teachers read. */
export function HeldSlip({ slip }: { slip: Slip }) {
  const { say } = useWords()
  const [asks, setAsks] = useState(false)
  const [reason, setReason] = useState('')
  const keep = useKeep(DecideSlip, { as: 'exhibitions.waiting-slip', refreshes: exhibitionReads })
  const decide = (releases: boolean) =>
    keep.mutate({ params: { id: slip.id }, body: { releases, reason: releases ? '' : reason.trim() } })
  const aside = slip.decision && !slip.decision.releases
  return (
    <li className={styles['slip']} aria-label={say('exhibitions.slip-to', { name: slip.learner.name })}>
      <h3>{say('exhibitions.slip-to', { name: slip.learner.name })}</h3>
      <SlipWords slip={slip} />
      {slip.may.writeDown && slip.media && <WriteDown mediaId={slip.media.id} said={slip.said} />}
      {aside && (
        <p className={day['quiet']}>
          {say('exhibitions.slip-aside-by', {
            name: slip.decision?.by.name ?? '',
            reason: slip.decision?.reason ?? '',
          })}
        </p>
      )}
      {asks && (
        <TextArea
          label={say('exhibitions.slip-reason')}
          hint={say('exhibitions.slip-reason-hint')}
          rows={2}
          maxLength={longestReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Trouble error={keep.error} />
      {slip.may.decide && (
        <div className={day['buttons']}>
          {slip.may.passOn && (
            <Button look={aside ? 'quiet' : 'primary'} busy={keep.isPending} onClick={() => decide(true)}>
              {say('exhibitions.slip-pass-on')}
            </Button>
          )}
          {!aside && (
            <Button
              disabled={asks && !reason.trim()}
              busy={keep.isPending}
              onClick={() => (asks ? decide(false) : setAsks(true))}
            >
              {say(asks ? 'exhibitions.slip-aside-now' : 'exhibitions.slip-aside')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** A learner's thanks: read by a teacher before guests read them, and taken back by either. */
export function ThanksCard({ card }: { card: Slips['cards'][number] }) {
  const { say, sayDate } = useWords()
  const release = useKeep(ReleaseCard, { as: 'exhibitions.waiting-thanks', refreshes: exhibitionReads })
  const withdraw = useKeep(WithdrawCard, { as: 'exhibitions.waiting-thanks', refreshes: exhibitionReads })
  const params = { id: card.id }
  return (
    <li className={styles['slip']} aria-label={say('exhibitions.thanks-of', { name: card.learner.name })}>
      <h3>{say('exhibitions.thanks-of', { name: card.learner.name })}</h3>
      <p className={day['words']} dir="auto">
        {card.words}
      </p>
      <p className={day['quiet']}>
        {say(card.released ? 'exhibitions.thanks-shown' : 'exhibitions.thanks-held')} ·{' '}
        {sayDate(card.writtenAt, 'moment')}
      </p>
      <Trouble error={release.error ?? withdraw.error} />
      <div className={day['buttons']}>
        {card.may.release && !card.released && (
          <Button look="primary" busy={release.isPending} onClick={() => release.mutate({ params })}>
            {say('exhibitions.thanks-release')}
          </Button>
        )}
        {card.may.withdraw && (
          <Button look="plain" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
            {say('exhibitions.thanks-back')}
          </Button>
        )}
      </div>
    </li>
  )
}
