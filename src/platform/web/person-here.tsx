import { createContext, type ReactNode, useContext, useState } from 'react'
import { askAs } from './client.ts'

const PersonHere = createContext<string | undefined>(undefined)

/**
 * Says whose page this is. What is kept on this device is kept under this id and sealed with this person's key,
 * and every request says in whose name it is asked.
 */
export function PersonHereProvider({ id, children }: { id: string | undefined; children: ReactNode }) {
  // before anything inside asks for the first time
  useState(() => askAs(id))
  return <PersonHere value={id}>{children}</PersonHere>
}

export function usePersonHere(): string | undefined {
  return useContext(PersonHere)
}
