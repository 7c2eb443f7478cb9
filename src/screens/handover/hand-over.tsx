import { Hand, Smile } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { ListHandovers, OpenHandover } from '../../handovers/contract.ts'
import type { HandoverAudience } from '../../handovers/handover.ts'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { giveAway } from '../../people/web/letting-go.ts'
import { useMe } from '../../people/web/me.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './handover.module.css'

/** Before a teacher lets go of the tablet: what will be open on it, what will not, and who sees the work. */
export function HandOver({ params }: ScreenProps) {
  const { say } = useWords()
  const device = useThisDevice()
  const read = useRead(ListHandovers, { params: { id: params['id'] ?? '' } })
  const [audiences, setAudiences] = useState<readonly HandoverAudience[]>(['family'])
  if (!read.data) return <Pending error={read.error} onTryAgain={read.refetch} />
  const { id, name, handovers } = read.data
  const toggle = (audience: HandoverAudience) =>
    setAudiences((before) =>
      before.includes(audience) ? before.filter((one) => one !== audience) : [...before, audience],
    )
  return (
    <Page
      title={say('handovers.title', { device })}
      lead={name}
      width="reading"
      bar={<TeacherBar classId={id} />}
    >
      <ul className={styles['says']}>
        <li>
          <Smile aria-hidden />
          {say('handovers.says-children')}
        </li>
        <li>
          <Hand aria-hidden />
          {say('handovers.says-closed', { device })}
        </li>
      </ul>
      <fieldset className={styles['sees']}>
        <legend>{say('teacher.who-sees')}</legend>
        <p>{say('handovers.always')}</p>
        <Checkbox
          label={say('teacher.for-families')}
          hint={say('teacher.for-families-hint')}
          checked={audiences.includes('family')}
          onChange={() => toggle('family')}
        />
        <Checkbox
          label={say('teacher.for-class')}
          hint={say('teacher.for-class-hint', { name })}
          checked={audiences.includes('class')}
          onChange={() => toggle('class')}
        />
      </fieldset>
      <LetGo classId={id} audiences={audiences} />
      {handovers.length > 0 && (
        <Section title={say('handovers.before')}>
          <ul className={styles['earlier']}>
            {handovers.map((one) => (
              <li key={one.id}>
                <Time at={one.openedAt} as="moment" />
                {` · ${one.openedBy.name} · ${say('handovers.pieces', { count: one.pieces })}`}
              </li>
            ))}
          </ul>
          <ButtonLink look="plain" href={`/classes/${id}/filed`}>
            {say('handovers.wrong')}
          </ButtonLink>
        </Section>
      )}
    </Page>
  )
}

type LetGoProps = { classId: string; audiences: readonly HandoverAudience[] }

function LetGo({ classId, audiences }: LetGoProps) {
  const { say } = useWords()
  const device = useThisDevice()
  const me = useMe()
  const [id] = useState(() => v7())
  const open = useAct(OpenHandover)
  const letGo = async () => {
    try {
      await open.mutateAsync({ params: { id }, body: { classId, audiences: [...audiences] } })
    } catch (error) {
      // the answer was lost, and the class has the device already
      if (!(error instanceof ApiRefusal) || error.code !== 'handed_over') return
    }
    await giveAway(me.id)
  }
  return (
    <>
      {open.error && (
        <Notice kind="problem" title={say('handovers.not-yet')}>
          {open.error instanceof ApiRefusal ? open.error.sentence : say('handovers.needs-network')}
        </Notice>
      )}
      <div>
        <Button look="primary" busy={open.isPending || open.isSuccess} onClick={() => void letGo()}>
          {say('handovers.hand-over', { device })}
        </Button>
      </div>
    </>
  )
}
