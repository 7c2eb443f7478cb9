import { expect, test } from 'vitest'
import { entryOf } from '../../outbox/entry.test.ts'
import { wordsIn } from './words-in.ts'

test('everything somebody wrote can be read and copied, and nothing else is shown', () => {
  const body = {
    title: 'My monarch',
    iteration: {
      id: '019a0000-0000-7000-8000-000000000001',
      whatChanged: '',
      parts: [
        { kind: 'text', text: 'It has veins.' },
        {
          kind: 'media',
          mediaId: '019a0000-0000-7000-8000-000000000002',
          caption: 'the left wing',
          alt: ' ',
        },
      ],
    },
  }
  const write = { name: 'AddPiece', method: 'PUT' as const, path: '/', sent: { body } }
  expect(wordsIn(entryOf('one', [write]))).toEqual(['My monarch', 'It has veins.', 'the left wing'])
})
