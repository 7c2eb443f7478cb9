import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition, isInline, safeFileName } from './disposition.ts'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\anna\\mon été.jpg', 'mon été.jpg'],
  ['..', 'file'],
  ['', 'file'],
  ['  .hidden  ', 'hidden'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['line\r\nSet-Cookie: a=b.txt', 'lineSet-Cookie a=b.txt'],
  ['CON.txt', '_CON.txt'],
  ['lpt1', '_lpt1'],
  ['console.txt', 'console.txt'],
  ['我的画.png', '我的画.png'],
  ['ᎠᏂᏴᏫᏯ?.pdf', 'ᎠᏂᏴᏫᏯ.pdf'],
])('%j is kept as %j', (given, kept) => {
  expect(safeFileName(given)).toBe(kept)
})

test('three hundred characters become as many as every disk takes, with the ending', () => {
  const name = safeFileName(`${'é'.repeat(300)}.docx`)
  expect(name.endsWith('é.docx')).toBe(true)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  expect(Buffer.byteLength(safeFileName('🎨'.repeat(300)))).toBeLessThanOrEqual(255)
})

test('no name can break out of its folder or its header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = safeFileName(given)
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|[. ]$|^$/u)
      expect(contentDisposition({ name: given, type: 'text/plain' }, false)).toMatch(
        /^attachment; [\x20-\x7e]+$/,
      )
    }),
  )
})

test('only what we made or cleaned to be shown is shown in place', () => {
  const shown = ['image/webp', 'image/jpeg', 'image/png', 'image/gif', 'video/mp4', 'audio/ogg', 'audio/mpeg']
  const handed = [
    'image/svg+xml',
    'text/html',
    'text/plain; charset=utf-8',
    'application/pdf',
    'application/xml',
  ]
  expect(shown.filter(isInline)).toEqual(shown)
  expect(handed.filter(isInline)).toEqual([])
  expect(contentDisposition({ name: 'a.html', type: 'text/html' }, true)).toMatch(/^attachment/)
})

test('the name follows what the file became, in both alphabets', () => {
  const header = contentDisposition({ name: 'IMG – été.HEIC', type: 'image/jpeg' }, true)
  expect(header).toMatch(
    /^inline; filename="IMG [^"]+\.jpg"; filename\*=UTF-8''IMG%20%E2%80%93%20%C3%A9t%C3%A9\.jpg$/,
  )
})
