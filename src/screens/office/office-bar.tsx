import { PersonBar } from '../../people/web/top-bar.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListRosterImports } from '../../rosters/contract.ts'
import { BarLink } from '../../ui/page.tsx'

/** The few places of those with a duty. */
export function OfficeBar() {
  const { say } = useWords()
  // only the office of a whole district has an answer to this
  const { data: rosters } = useRead(ListRosterImports, {})
  return (
    <PersonBar>
      <BarLink href="/office">{say('office.documented')}</BarLink>
      <BarLink href="/office/completeness">{say('office.completeness')}</BarLink>
      <BarLink href="/office/prompts">{say('office.questions')}</BarLink>
      <BarLink href="/office/signing-in">{say('office.signing-in')}</BarLink>
      <BarLink href="/office/families">{say('office.families')}</BarLink>
      <BarLink href="/showcase-events">{say('office.showcase-events')}</BarLink>
      <BarLink href="/frameworks">{say('office.frameworks')}</BarLink>
      {rosters && <BarLink href="/office/rosters">{say('office.rosters')}</BarLink>}
    </PersonBar>
  )
}
