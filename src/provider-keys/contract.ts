import { z } from 'zod'
import { ById, Done, endpoint, Id } from '../platform/contract.ts'

export const MakeProviderKey = endpoint({
  name: 'MakeProviderKey',
  method: 'PUT',
  path: '/api/provider-keys/:id',
  summary:
    'Make a new pair of keys for a SAML provider of the district I run the office of. Its certificate stands in our metadata beside the one before, which goes on signing.',
  params: ById,
  body: z.strictObject({ providerId: Id }),
  output: Done,
})

export const SwitchProviderKey = endpoint({
  name: 'SwitchProviderKey',
  method: 'PUT',
  path: '/api/provider-keys/:id/use',
  summary:
    'From now on this key signs, and the one before is no longer shown. What was still encrypted to that one is opened.',
  params: ById,
  output: Done,
})
