import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { tellServiceWorker } from './service-worker-registration.ts'

const PersonHere = createContext<string | undefined>(undefined)

/**
 * Says whose device this is at the moment. Drafts and offline copies are kept under this id and nobody else's
 * can be read.
 */
export function PersonHereProvider({ id, children }: { id: string | undefined; children: ReactNode }) {
  useEffect(() => {
    if (id) tellServiceWorker({ kind: 'person', id })
  }, [id])
  return <PersonHere value={id}>{children}</PersonHere>
}

export function usePersonHere(): string | undefined {
  return useContext(PersonHere)
}
