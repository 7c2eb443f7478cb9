import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../ui/button.tsx'

export function BackWay({ href, children }: { href: string; children: ReactNode }) {
  return (
    <div>
      <ButtonLink look="plain" icon={ArrowLeft} href={href}>
        {children}
      </ButtonLink>
    </div>
  )
}
