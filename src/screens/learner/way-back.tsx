import { ArrowLeft } from 'lucide-react'
import { ButtonLink } from '../../ui/button.tsx'

/** In the bar: where one came from. */
export function WayBack({ href, children }: { href: string; children: string }) {
  return (
    <ButtonLink look="plain" icon={ArrowLeft} href={href}>
      {children}
    </ButtonLink>
  )
}
