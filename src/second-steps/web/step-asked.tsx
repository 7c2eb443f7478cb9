import { GetSecondFactor } from '../../people/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** For staff whose district demands a second step and who have none yet. */
export function StepAsked({ withWay = false }: { withWay?: boolean }) {
  const { say, sayDate } = useWords()
  const { data } = useRead(GetSecondFactor, {}, { quietly: true })
  if (!data?.askedFrom) return null
  return (
    <Notice
      kind="note"
      action={withWay && <ButtonLink href="/account">{say('account.factor-set-up')}</ButtonLink>}
    >
      {say('account.factor-asked', { day: sayDate(data.askedFrom, 'long') })}
    </Notice>
  )
}
