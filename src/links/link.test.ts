import { expect, test } from 'vitest'
import { decodePage, readPreview } from './link.ts'

test('a page’s own words for sharing come before its title, as plain words', () => {
  const page = `<!doctype html><head><TITLE>
    Salmon &amp; us </TITLE><meta name=description content='A river &#233;cole &#x2014; told'>
    <meta property="og:title" content="Salmon &lt;b&gt;run&lt;/b&gt;"><meta property='og:site_name' content="River"></head>`
  expect(readPreview(page)).toEqual({
    title: 'Salmon <b>run</b>',
    description: 'A river école — told',
    site: 'River',
  })
  expect(readPreview('<title>Only this</title>').title).toBe('Only this')
  expect(readPreview('no page at all')).toEqual({ title: '', description: '', site: '' })
})

test('what is not seen, or turns words round, is left out; what is long is cut', () => {
  const page = `<title>gro\u202Elgoog\u0000&#8238;&#55296; x</title><meta name="description" content="${'é'.repeat(900)}">`
  const { title, description } = readPreview(page)
  expect(title).toBe('gro lgoog x')
  expect([...description]).toHaveLength(300)
})

test('a page made to keep a reader busy is read at once', () => {
  const began = performance.now()
  for (const page of [
    '<meta '.repeat(200_000),
    `<meta ${'a="'.repeat(200_000)}>`,
    '<meta "'.repeat(90_000),
    '<title>'.repeat(100_000),
  ])
    readPreview(page)
  expect(performance.now() - began).toBeLessThan(3_000)
})

test('it is read in the letters it was written in', () => {
  const latin = new Uint8Array(
    [...'<meta charset="iso-8859-1"><title>'].map((sign) => sign.charCodeAt(0)).concat(0xe9),
  )
  expect(readPreview(decodePage(latin, 'text/html')).title).toBe('é')
  expect(
    readPreview(decodePage(new TextEncoder().encode('<title>é'), 'text/html; charset=nonsense')).title,
  ).toBe('é')
})
