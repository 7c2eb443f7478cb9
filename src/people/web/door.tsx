import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { SignedIn } from './signed-in.tsx'

/** Everything but the door itself, and what is shown to anybody, asks who is here. */
export function Door({ children, open }: { children: ReactNode; open: readonly string[] }) {
  const [address] = useLocation()
  return open.includes(address) ? children : <SignedIn>{children}</SignedIn>
}
