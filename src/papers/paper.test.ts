import { expect, test } from 'vitest'
import { codeOf, layouts, readCode } from './paper.ts'

const paperId = '0b9c1f9e-5a43-4e0a-9c0e-0d9b6f0c7a11'

test.each(layouts)('what is written for %s is read again', (layout) => {
  expect(readCode(codeOf('https://cairn.example', { paperId, layout }))).toEqual({ paperId, layout })
})

test('the code of a poster, a lunch card or half an address is none of ours', () => {
  for (const text of [
    'https://example.org',
    'WIFI:S:school;',
    `https://cairn.example/paper/${paperId}/more`,
    '',
  ])
    expect(readCode(text)).toBeUndefined()
})
