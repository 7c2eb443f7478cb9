import { ById, Done, endpoint } from '../../platform/contract.ts'

export const RequestRoster = endpoint({
  name: 'RequestRoster',
  method: 'PUT',
  path: '/api/roster-imports/:id/request',
  summary:
    'Ask our OneRoster server for its roster now. Nothing changes yet: look at the import, then apply it.',
  params: ById,
  output: Done,
})
