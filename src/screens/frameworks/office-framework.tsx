import { Upload } from 'lucide-react'
import {
  CloseFramework,
  FindCompetencies,
  GetFramework,
  ListFrameworks,
} from '../../competencies/contract.ts'
import { TreeView } from '../../competencies/web/tree-view.tsx'
import { notesOf, titleOf } from '../../competencies/web/wording.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { BackWay } from './back-way.tsx'
import { OwnItems } from './own-items.tsx'
import { ProfilesForm } from './profiles-form.tsx'
import styles from './frameworks.module.css'

/** One framework for the office: the district's own is written here; others change by bringing an edition. */
export function OfficeFramework({ params }: ScreenProps) {
  const { say, sayDate, locale } = useWords()
  const id = params['id'] ?? ''
  const { data, error, refetch } = useRead(GetFramework, { params: { id } })
  const close = useAct(CloseFramework, { refreshes: [GetFramework, ListFrameworks, FindCompetencies] })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  if (!data.may.keep) return <Nowhere />
  const closed = data.closedAt !== null
  return (
    <Page title={titleOf(data, locale)} lead={notesOf(data, locale)} bar={<OfficeBar />}>
      <BackWay href="/office/frameworks">{say('competencies.office-title')}</BackWay>
      {data.closedAt && (
        <Notice
          kind="note"
          title={say('competencies.closed-since', { day: sayDate(data.closedAt, 'short') })}
        >
          {say('competencies.closed-meaning')}
        </Notice>
      )}
      {close.error && <Notice kind="problem">{say('competencies.not-done')}</Notice>}
      <div className={styles['buttons']}>
        {(data.origin === 'case' || data.origin === 'table') && (
          <ButtonLink look="quiet" icon={Upload} href={`/office/bring-framework?framework=${id}`}>
            {say('competencies.bring-edition')}
          </ButtonLink>
        )}
        <Button
          look="plain"
          busy={close.isPending}
          onClick={() => close.mutate({ params: { id }, body: { closed: !closed } })}
        >
          {say(closed ? 'competencies.reopen' : 'competencies.close')}
        </Button>
      </div>
      {data.more && <Notice kind="note">{say('competencies.more')}</Notice>}
      {data.origin === 'own' ? (
        <OwnItems frameworkId={id} items={data.items} />
      ) : (
        <TreeView items={data.items} />
      )}
      {data.judgedBy === 'learner' && <ProfilesForm frameworkId={id} items={data.items} />}
    </Page>
  )
}
