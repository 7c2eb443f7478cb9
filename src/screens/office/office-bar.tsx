import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { BarLink } from '../../ui/page.tsx'

/** The few places of those with a duty; the others are behind the last of them. */
export function OfficeBar() {
  const { say } = useWords()
  return (
    <PersonBar>
      <BarLink href="/office">{say('office.documented')}</BarLink>
      <BarLink href="/office/completeness">{say('office.completeness')}</BarLink>
      <BarLink href="/office/rooms">{say('office.rooms')}</BarLink>
    </PersonBar>
  )
}
