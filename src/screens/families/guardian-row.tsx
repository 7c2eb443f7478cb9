import { type FormEvent, useState } from 'react'
import { GetWaysOut, NoteContact } from '../../mail/contract.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListFamilies, MakeWelcomes, WithdrawWelcome } from '../../welcomes/contract.ts'
import type { Families } from './class-families.tsx'
import styles from './families.module.css'

type Guardian = Families['guardians'][number]

const stateKeys = {
  none: 'welcomes.state-none',
  waiting: 'welcomes.state-waiting',
  opened: 'welcomes.state-opened',
  resting: 'welcomes.state-resting',
  lapsed: 'welcomes.state-lapsed',
} as const

/** One guardian: whose, how reached, whether they came in, and what the school can do about it. */
export function GuardianRow({ guardian, classId }: { guardian: Guardian; classId: string }) {
  const { say, sayList, sayDate } = useWords()
  const [writing, setWriting] = useState(false)
  const { welcome, signsIn, name, told } = guardian
  const make = useAct(MakeWelcomes, { refreshes: [ListFamilies] })
  const withdraw = useAct(WithdrawWelcome, { refreshes: [ListFamilies] })
  const { data: ways } = useRead(GetWaysOut, {})
  const renew = (by: { byMail: boolean } | { byText: boolean }) =>
    make.mutate({
      params: { id: classId },
      body: { ...by, welcomes: [{ id: newId(), guardianId: guardian.id }] },
    })
  const problem = make.error ?? withdraw.error
  return (
    <>
      <h3>{name}</h3>
      <p className={styles['quiet']}>{sayList(guardian.children.map((child) => child.name))}</p>
      <p>{say(signsIn ? 'welcomes.state-signs-in' : stateKeys[welcome?.state ?? 'none'])}</p>
      {(guardian.email ?? guardian.phone) && (
        <p className={styles['quiet']}>{[guardian.email, guardian.phone].filter(Boolean).join(' · ')}</p>
      )}
      {told && (
        <p className={styles['quiet']}>
          {say(`welcomes.told-${told.way}-${told.state}`, { day: sayDate(told.at, 'short') })}
        </p>
      )}
      <WhyNot error={problem} />
      {writing ? (
        <ContactForm guardian={guardian} onDone={() => setWriting(false)} />
      ) : (
        <div className={styles['acts']}>
          <Button
            look="plain"
            aria-label={say('welcomes.address-of', { name })}
            onClick={() => setWriting(true)}
          >
            {say('welcomes.address')}
          </Button>
          {!signsIn && (
            <Button
              look="plain"
              aria-label={say('welcomes.renew-for', { name })}
              busy={make.isPending}
              onClick={() => renew({ byMail: guardian.email !== null })}
            >
              {say('welcomes.renew')}
            </Button>
          )}
          {!signsIn && ways?.text && guardian.phone && (
            <Button
              look="plain"
              aria-label={say('welcomes.text-for', { name })}
              busy={make.isPending}
              onClick={() => renew({ byText: true })}
            >
              {say('welcomes.text-one')}
            </Button>
          )}
          {welcome && !signsIn && (
            <Button
              look="plain"
              aria-label={say('welcomes.withdraw-for', { name })}
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate({ params: { id: welcome.id } })}
            >
              {say('welcomes.withdraw')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function ContactForm({ guardian, onDone }: { guardian: Guardian; onDone: () => void }) {
  const { say } = useWords()
  const [email, setEmail] = useState(guardian.email ?? '')
  const [phone, setPhone] = useState(guardian.phone ?? '')
  const note = useAct(NoteContact, { refreshes: [ListFamilies], onDone })
  const wrong = note.error instanceof ApiRefusal ? note.error.fields : {}
  const send = (event: FormEvent) => {
    event.preventDefault()
    note.mutate({ params: { id: guardian.id }, body: { email, phone } })
  }
  return (
    <form onSubmit={send} noValidate>
      <Field
        label={say('welcomes.email')}
        type="email"
        autoComplete="off"
        value={email}
        error={'email' in wrong ? say('welcomes.email-wrong') : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Field
        label={say('welcomes.phone')}
        hint={say('welcomes.phone-hint')}
        type="tel"
        autoComplete="off"
        value={phone}
        error={'phone' in wrong ? say('welcomes.phone-wrong') : undefined}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      {note.error && Object.keys(wrong).length === 0 && (
        <Notice kind="problem">{say('errors.failed')}</Notice>
      )}
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={note.isPending}>
          {say('welcomes.keep')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
