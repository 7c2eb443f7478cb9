import { Eye, EyeOff } from 'lucide-react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { HideRemark, ListRemarkReports, ListRemarks, ReportRemark, TakeRemarkBack } from '../contract.ts'
import { signFaces } from './sign-faces.ts'
import styles from './remarks.module.css'

type Remark = Answer<typeof ListRemarkReports>[number]['remark']

/** One sign or a few words, by name; and who may do something about it. */
export function OneRemark({ remark }: { remark: Remark }) {
  const { say } = useWords()
  const { by, sign, body, may, hidden } = remark
  const Sign = sign ? signFaces[sign] : undefined
  return (
    <li className={styles['remark']}>
      <Face person={by} size="small" />
      <div>
        <p className={styles['said']}>
          <strong>{by.name}</strong> {remark.as === 'teacher' && <small>{say('remarks.teacher')}</small>}{' '}
          {Sign ? (
            <span className={styles['sign']}>
              <Sign aria-hidden />
              {say(`remarks.sign-${sign ?? 'smile'}`)}
            </span>
          ) : (
            body
          )}
        </p>
        {remark.takenBack && <p className={styles['quiet']}>{say('remarks.taken-back')}</p>}
        {hidden && <p className={styles['quiet']}>{say('remarks.hidden')}</p>}
        <div className={styles['acts']}>
          {may.takeBack && <TakeBack id={remark.id} />}
          {may.report && !may.decide && <Report id={remark.id} name={by.name} />}
          {may.decide && <Decide remark={remark} />}
        </div>
      </div>
    </li>
  )
}

function TakeBack({ id }: { id: string }) {
  const { say } = useWords()
  const back = useKeep(TakeRemarkBack, { as: 'remarks.waiting-back', refreshes: [ListRemarks] })
  return (
    <>
      <Button look="plain" busy={back.isPending} onClick={() => back.mutate({ params: { id } })}>
        {say('remarks.take-back')}
      </Button>
      <WhyNot error={back.error} />
    </>
  )
}

function Report({ id, name }: { id: string; name: string }) {
  const { say } = useWords()
  const report = useKeep(ReportRemark, { as: 'remarks.waiting-report' })
  if (report.isSuccess) return <p className={styles['quiet']}>{say('remarks.reported')}</p>
  return (
    <>
      <SureButton
        word={say('remarks.report')}
        asks={say('remarks.report-asks', { name })}
        yes={say('remarks.report-yes')}
        no={say('ui.cancel')}
        busy={report.isPending}
        onSure={() => report.mutate({ params: { id: newId() }, body: { remarkId: id, why: '' } })}
      />
      <WhyNot error={report.error} />
    </>
  )
}

function Decide({ remark }: { remark: Remark }) {
  const { say, sayList } = useWords()
  const hide = useAct(HideRemark, { refreshes: [ListRemarks, ListRemarkReports] })
  const decide = (hidden: boolean) =>
    hide.mutate({ params: { id: newId() }, body: { remarkId: remark.id, hidden } })
  return (
    <>
      {remark.reports.length > 0 && (
        <p className={styles['quiet']}>
          {say('remarks.reported-by', { names: sayList(remark.reports.map(({ by }) => by.name)) })}
        </p>
      )}
      {!remark.hidden && (
        <Button look="plain" icon={EyeOff} busy={hide.isPending} onClick={() => decide(true)}>
          {say('remarks.hide')}
        </Button>
      )}
      {(remark.hidden || remark.reports.length > 0) && (
        <Button look="plain" icon={Eye} busy={hide.isPending} onClick={() => decide(false)}>
          {say(remark.hidden ? 'remarks.show-again' : 'remarks.let-stand')}
        </Button>
      )}
      <WhyNot error={hide.error} />
    </>
  )
}
