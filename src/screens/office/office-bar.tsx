import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { BarLink } from '../../ui/page.tsx'

/** The few places of those with a duty. */
export function OfficeBar() {
  const { say } = useWords()
  return (
    <PersonBar>
      <BarLink href="/office">{say('office.documented')}</BarLink>
      <BarLink href="/office/completeness">{say('office.completeness')}</BarLink>
      <BarLink href="/office/prompts">{say('office.questions')}</BarLink>
      <BarLink href="/office/families">{say('office.families')}</BarLink>
      <BarLink href="/frameworks">{say('office.frameworks')}</BarLink>
    </PersonBar>
  )
}
