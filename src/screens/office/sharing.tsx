import { LinkRule } from '../../links/web/link-rule.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListShareSuggestions, SetShareSuggestion } from '../../schools/contract.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { OfficeBar } from './office-bar.tsx'
import styles from './office.module.css'

type Suggestions = Answer<typeof ListShareSuggestions>

/** Who is chosen beforehand when a learner adds work; the learner sees it and decides. */
export function SharingScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListShareSuggestions, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('house.sharing')} lead={say('house.sharing-lead')} width="reading" bar={<OfficeBar />}>
      {!data.may.change && <p>{say('house.sharing-fixed')}</p>}
      {data.bands.map((band) => (
        <Band key={band.voice} band={band} mayChange={data.may.change} />
      ))}
      <p className={styles['quiet']}>{say('house.sharing-after')}</p>
      <LinkRule />
    </Page>
  )
}

function Band({ band, mayChange }: { band: Suggestions['bands'][number]; mayChange: boolean }) {
  const { say } = useWords()
  const set = useAct(SetShareSuggestion, { refreshes: [ListShareSuggestions] })
  // what was chosen last stands until the list that is read again agrees
  const { teachers, family } = set.isPending ? set.variables.body : band
  const choose = (body: { teachers: boolean; family: boolean }) =>
    set.mutate({ body: { ...body, voice: band.voice } })
  return (
    <Section title={say(`house.sharing-${band.voice}`)}>
      <Checkbox
        label={say('house.sharing-teachers')}
        checked={teachers}
        disabled={!mayChange}
        onChange={({ target }) => choose({ teachers: target.checked, family })}
      />
      <Checkbox
        label={say('house.sharing-family')}
        checked={family}
        disabled={!mayChange}
        onChange={({ target }) => choose({ teachers, family: target.checked })}
      />
      {!teachers && !family && <p className={styles['quiet']}>{say('house.sharing-nobody')}</p>}
      {set.error && <Notice kind="problem">{say('house.not-done')}</Notice>}
    </Section>
  )
}
