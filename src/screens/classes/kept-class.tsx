import { ArrowLeft, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetKeptClass } from '../../schools/contract.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import styles from '../register/register.module.css'
import { Pending } from '../teacher/pending.tsx'
import { ArchiveClassDialog } from './archive-class-dialog.tsx'
import { ClassForm } from './class-form.tsx'
import { Places } from './places.tsx'
import { ReopenForm } from './reopen-form.tsx'

export type Shown = Answer<typeof GetKeptClass>

/** Who is in a class and who teaches it, and its days. */
export function KeptClass({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const id = params['id'] ?? ''
  const [changing, setChanging] = useState(false)
  const { data, error, refetch } = useRead(GetKeptClass, { params: { id } }, { refetchOnMount: 'always' })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const days = { from: sayDate(data.opensOn, 'short'), until: sayDate(data.closesOn, 'short') }
  const isOver = data.archived || !data.isOpen
  return (
    <Page title={data.name} lead={`${data.school} · ${say('classes.days', days)}`} bar={<OfficeBar />}>
      <div>
        <ButtonLink look="plain" icon={ArrowLeft} href="/office/classes">
          {say('classes.back')}
        </ButtonLink>
      </div>
      {isOver && (
        <Notice kind="note" title={say(data.archived ? 'classes.is-archived' : 'classes.is-not-open')}>
          {say('classes.over-meaning')}
        </Notice>
      )}
      {data.fromRoster && <p className={styles['quiet']}>{say('classes.from-roster-meaning')}</p>}
      <Places shown={data} as="teacher" />
      <Places shown={data} as="student" />
      <Section title={say('classes.its-days')}>
        {changing && (
          <ClassForm id={data.id} schoolId={data.schoolId} before={data} onDone={() => setChanging(false)} />
        )}
        {isOver && <ReopenForm id={data.id} />}
        <div className={styles['acts']}>
          {!data.fromRoster && !data.archived && !changing && (
            <Button icon={Pencil} onClick={() => setChanging(true)}>
              {say('classes.change')}
            </Button>
          )}
          {data.isOpen && <ArchiveClassDialog id={data.id} name={data.name} />}
        </div>
      </Section>
    </Page>
  )
}
