import { DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { CloseClassDevice, ListCards, OpenClassDevice } from '../../cards/contract.ts'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { deviceOf } from '../../people/web/device.ts'
import { giveToDoor } from '../../people/web/letting-go.ts'
import { useMe } from '../../people/web/me.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { dayOf } from '../../platform/web/dates.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './cards.module.css'
import type { ClassCardsHere } from './class-cards.tsx'

/** Where cards open: this device, from now until a day, and those that stand there already. */
export function DoorDevices({ here }: { here: ClassCardsHere }) {
  const { say } = useWords()
  const device = useThisDevice()
  return (
    <Section title={say('cards.devices')}>
      <p className={styles['hint']}>{say('cards.devices-meaning', { device })}</p>
      <PutHere classId={here.class.id} />
      {here.devices.length > 0 && (
        <ul className={styles['devices']}>
          {here.devices.map((one) => (
            <DeviceLine key={one.id} device={one} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function PutHere({ classId }: { classId: string }) {
  const { say, locale } = useWords()
  const device = useThisDevice()
  const me = useMe()
  const [id] = useState(() => v7())
  const [closesOn, setClosesOn] = useState(inFourWeeks)
  const put = useAct(OpenClassDevice, { onDone: () => void giveToDoor(me.id, locale) })
  return (
    <form
      className={styles['putting']}
      onSubmit={(event) => {
        event.preventDefault()
        if (closesOn) put.mutate({ params: { id }, body: { classId, closesOn } })
      }}
    >
      <Field
        label={say('cards.until')}
        type="date"
        required
        value={closesOn}
        onChange={(event) => setClosesOn(event.target.value)}
      />
      <Button type="submit" icon={DoorOpen} busy={put.isPending || put.isSuccess}>
        {say('cards.put-here', { device })}
      </Button>
      {put.error && <Notice kind="problem">{say('cards.not-put')}</Notice>}
    </form>
  )
}

/** As the calendar of whoever looks at it says. */
function inFourWeeks(): string {
  return dayOf(new Date(Date.now() + 28 * 24 * 3_600_000))
}

function DeviceLine({ device }: { device: ClassCardsHere['devices'][number] }) {
  const { say } = useWords()
  const close = useAct(CloseClassDevice, { refreshes: [ListCards] })
  const { browser, system } = deviceOf(device.device)
  return (
    <li>
      <span>
        {[browser, system].filter(Boolean).join(' · ') || say('cards.some-device')}
        <small>
          {say('cards.put-by', { name: device.openedBy.name })} <Time at={device.openedAt} as="moment" />
          {' · '}
          {say('cards.ends')} <Time at={device.closesAt} as="moment" />
        </small>
      </span>
      <Button busy={close.isPending} onClick={() => close.mutate({ params: { id: device.id } })}>
        {say('cards.take-away')}
      </Button>
      <WhyNot error={close.error} />
    </li>
  )
}
