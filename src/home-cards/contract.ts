import { z } from 'zod'
import { pictures } from '../cards/card.ts'
import { ById, Day, Done, endpoint, Id, Moment } from '../platform/contract.ts'
import { mostAtOnce } from './home-card.ts'

export const ListHomeCards = endpoint({
  name: 'ListHomeCards',
  method: 'GET',
  path: '/api/classes/:id/home-cards',
  summary: 'The cards that learners of a class I teach have at home, each with its picture and its last day.',
  params: ById,
  output: z.strictObject({
    class: z.strictObject({ id: Id, name: z.string() }),
    learners: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        /** false for whoever is more here than a learner */
        mayHaveCard: z.boolean(),
        card: z
          .strictObject({ id: Id, picture: z.enum(pictures), issuedAt: Moment, lastDay: Day })
          .nullable(),
      }),
    ),
  }),
})

export const IssueHomeCards = endpoint({
  name: 'IssueHomeCards',
  method: 'PUT',
  path: '/api/classes/:id/home-cards',
  summary:
    'Issue a card for home to these learners of a class I teach. One that is there already stays the same.',
  params: ById,
  body: z.strictObject({ learnerIds: z.array(Id).min(1).max(mostAtOnce) }),
  output: Done,
})

export const WithdrawHomeCard = endpoint({
  name: 'WithdrawHomeCard',
  method: 'PUT',
  path: '/api/home-cards/:id/withdrawal',
  summary: 'Take back a card for home: it opens nothing any more, and what it opened shuts at once.',
  params: ById,
  output: Done,
})
