import { newId } from '../../platform/new-id.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { LinkWithCode } from '../../showcases/web/link-with-code.tsx'
import { Button } from '../../ui/button.tsx'
import day from '../../ui/shown-day.module.css'
import { GetDefense, GetPass, HandPass, WithdrawPass } from '../contract.ts'
import type { Attempt } from './defense-words.ts'
import { Trouble } from './trouble.tsx'

type Seat = Attempt['panel'][number]

/** Guests of the panel come in without an account: by a link, and a PIN that is told in another way. */
export function GuestPasses({ attempt }: { attempt: Attempt }) {
  const { say } = useWords()
  return (
    <div className={day['stack']}>
      <p className={day['quiet']}>{say('defenses.pass-meaning')}</p>
      {attempt.panel
        .filter(({ isGuest }) => isGuest)
        .map((seat) => (
          <GuestPass key={seat.id} seat={seat} attemptId={attempt.id} />
        ))}
    </div>
  )
}

function GuestPass({ seat, attemptId }: { seat: Seat; attemptId: string }) {
  const { say, sayDate } = useWords()
  const hand = useAct(HandPass, { refreshes: [GetDefense] })
  const withdraw = useAct(WithdrawPass, { refreshes: [GetDefense] })
  const { pass, name } = seat
  const make = () => hand.mutate({ params: { id: newId() }, body: { attemptId, panelistId: seat.id } })
  if (!pass)
    return (
      <div>
        <Button busy={hand.isPending} onClick={make}>
          {say('defenses.pass-hand', { name })}
        </Button>
        <Trouble error={hand.error} />
      </div>
    )
  return (
    <section className={day['stack']} aria-label={name}>
      <h3>{name}</h3>
      {pass.rests ? <p role="note">{say('defenses.pass-rests')}</p> : <PassLink id={pass.id} name={name} />}
      <p className={day['quiet']}>
        {pass.lastUsedAt
          ? say('defenses.pass-used', { day: sayDate(pass.lastUsedAt) })
          : say('defenses.pass-unused')}
      </p>
      <div className={day['buttons']}>
        <Button
          look="plain"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { id: pass.id } })}
        >
          {say('defenses.pass-take-back')}
        </Button>
        <Button look="plain" busy={hand.isPending} onClick={make}>
          {say('defenses.pass-hand-again')}
        </Button>
      </div>
      <Trouble error={withdraw.error ?? hand.error} />
    </section>
  )
}

function PassLink({ id, name }: { id: string; name: string }) {
  const { say } = useWords()
  const { data } = useRead(GetPass, { params: { id } })
  if (!data) return null
  const words = {
    code: say('defenses.pass-code', { name }),
    copy: say('defenses.pass-copy'),
    copied: say('defenses.pass-copied'),
  }
  return (
    <details>
      <summary>{say('defenses.pass-show')}</summary>
      <LinkWithCode path={data.path} words={words}>
        <p>
          <strong>{say('defenses.pass-pin', { pin: data.pin })}</strong>
        </p>
      </LinkWithCode>
    </details>
  )
}
