import { z } from 'zod'
import { Done, endpoint } from '../platform/contract.ts'

export const Preview = z.strictObject({ title: z.string(), description: z.string(), site: z.string() })

export const GetLinkRule = endpoint({
  name: 'GetLinkRule',
  method: 'GET',
  path: '/api/link-rule',
  summary: 'Whether my district lets Cairn ask linked pages what they are called.',
  output: z.strictObject({ previews: z.boolean(), may: z.strictObject({ change: z.boolean() }) }),
})

export const SetLinkRule = endpoint({
  name: 'SetLinkRule',
  method: 'PUT',
  path: '/api/link-rule',
  summary:
    'Decide that for the district I run. Each page is asked once, by the server, in nobody’s name; off means that nothing is asked any more.',
  body: z.strictObject({ previews: z.boolean() }),
  output: Done,
})
