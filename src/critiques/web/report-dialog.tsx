import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReportCritique } from '../contract.ts'
import { longestReport } from '../critique.ts'
import type { Critique } from './critique-card.tsx'
import { critiqueReads } from './critique-reads.ts'
import styles from './critiques.module.css'

/** Asking a teacher to look: words are not needed, and whoever wrote them is not told who asked. */
export function ReportDialog({ critique, onClose }: { critique: Critique; onClose: () => void }) {
  const { say } = useWords()
  const id = useRef(newId())
  const [why, setWhy] = useState('')
  const report = useKeep(ReportCritique, {
    as: 'critiques.waiting-report',
    refreshes: critiqueReads,
    onDone: onClose,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (report.isPending) return
    report.mutate({ params: { id: id.current }, body: { critiqueId: critique.id, why: why.trim() } })
  }
  return (
    <Dialog open title={say('critiques.report-title')} onClose={onClose} busy={report.isPending}>
      <form className={styles['form']} onSubmit={send}>
        <p>{say('critiques.report-meaning', { name: critique.givenBy.name })}</p>
        <TextArea
          label={say('critiques.report-why')}
          optional
          rows={2}
          maxLength={longestReport}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {report.error && (
          <Notice kind="problem">
            {report.error instanceof ApiRefusal ? report.error.sentence : say('feedback.not-sent')}
          </Notice>
        )}
        <div className={styles['buttons']}>
          <Button type="submit" look="primary" busy={report.isPending}>
            {say('critiques.report-send')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {say('ui.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
