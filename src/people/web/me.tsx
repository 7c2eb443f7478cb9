import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '../../platform/web/client.ts'
import type { GetMe } from '../contract.ts'
import type { Hat } from '../person.ts'
import { chooseHat, hatOfPlace, rememberHat, wornHat } from './hat.ts'

export type Me = Answer<typeof GetMe>

type Here = { me: Me; hat: Hat; wear: (hat: Hat) => void }

const HereContext = createContext<Here | undefined>(undefined)

/** Everything inside it knows who is signed in and which of their hats they wear. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  const [worn, setWorn] = useState(() => wornHat(me.id))
  const here = useMemo(
    () => ({
      me,
      hat: chooseHat(me.hats, worn),
      wear: (hat: Hat) => {
        rememberHat(me.id, hat)
        setWorn(hat)
      },
    }),
    [me, worn],
  )
  useHatOfPlace(here)
  return <HereContext value={here}>{children}</HereContext>
}

/** A link from a message may lead to a screen of another hat of theirs. */
function useHatOfPlace({ me, hat, wear }: Here) {
  const [address] = useLocation()
  const placeHat = hatOfPlace(address)
  useEffect(() => {
    if (placeHat && placeHat !== hat && me.hats.includes(placeHat)) wear(placeHat)
    // Only on arriving: putting on another hat begins on the page that is about to be left.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [placeHat])
}

export function useMe(): Me {
  return useHere().me
}

/** The hat worn now, and how to put on another. */
export function useHat(): [Hat, (hat: Hat) => void] {
  const { hat, wear } = useHere()
  return [hat, wear]
}

function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('This screen needs somebody signed in')
  return here
}
