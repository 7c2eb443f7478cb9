import { useLocation } from 'wouter'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { BarLink } from '../../ui/page.tsx'

/** The few places of those with a duty; the others are behind the last of them. */
export function OfficeBar() {
  const { say } = useWords()
  const [at] = useLocation()
  const isYear = /^\/office\/(completeness|year|schools\/.)/.test(at)
  return (
    <PersonBar>
      <BarLink href="/office">{say('office.documented')}</BarLink>
      <BarLink href="/office/completeness" isHere={isYear}>
        {say('office.completeness')}
      </BarLink>
      <BarLink href="/office/rooms" isHere={at !== '/office' && !isYear}>
        {say('office.rooms')}
      </BarLink>
    </PersonBar>
  )
}
