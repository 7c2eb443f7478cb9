import { useQueryClient } from '@tanstack/react-query'
import { v7 } from 'uuid'
import { GetSecondFactor } from '../../people/contract.ts'
import { call } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import { AskForPasskey, BeginPasskey, EndPasskey, KeepPasskey, ListPasskeys } from '../contract.ts'
import { makeOnDevice, showOnDevice } from './device-passkey.ts'

type Proof = { password: string; code?: string }

/** Whoever was asked by their device said no, or took too long. */
export class Declined extends Error {}

/** Makes and ends one's own. Whoever has one already is asked for it first. */
export function useOwnPasskeys(hasSome: boolean) {
  const queries = useQueryClient()
  const settle = () =>
    Promise.all(
      [ListPasskeys, GetSecondFactor].map((read) =>
        queries.invalidateQueries({ queryKey: queryKeyOf(read) }),
      ),
    )
  return {
    make: async (proof: Proof, name: string) => {
      const params = { id: v7() }
      const body = await withShown(proof, hasSome)
      const { ticket, options } = await call(BeginPasskey, { params, body })
      const answer = await makeOnDevice(options)
      if (!answer) throw new Declined()
      await call(KeepPasskey, { params, body: { ticket, answer, name } })
      await settle()
    },
    end: async (proof: Proof, id: string) => {
      await call(EndPasskey, { params: { id }, body: await withShown(proof, hasSome) })
      await settle()
    },
  }
}

/** With a passkey of one's own beside it, where there is one. */
export async function withShown<P extends object>(proof: P, hasSome: boolean) {
  if (!hasSome) return proof
  const { ticket, options } = await call(AskForPasskey, { params: { id: v7() } })
  const answer = await showOnDevice(options)
  if (!answer) throw new Declined()
  return { ...proof, shown: { ticket, answer } }
}
