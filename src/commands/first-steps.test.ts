import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Ground } from '../platform/transaction.ts'
import { StartRefusal } from '../platform/settings.ts'
import { importFile } from './import-command.ts'
import { tellPlaces } from './roster-commands.ts'

test('a Cairn with nothing in it says how to begin, and programs read that there is nothing', () => {
  expect(tellPlaces([])).toEqual({ places: [], lines: [expect.stringContaining('help add-district')] })
  expect(tellPlaces([{ kind: 'district' }])).toEqual({ places: [{ kind: 'district' }] })
})

test('what is no file is said with its whole path: a command does not run where its person stands', async () => {
  const bring = (path: string) => importFile({} as Ground, path, undefined, { districtId: '' })
  for (const [typed, whole] of [
    ['night.zip', join(process.cwd(), 'night.zip')],
    [tmpdir(), tmpdir()],
  ] as const)
    await expect(bring(typed)).rejects.toThrow(
      new StartRefusal(`There is no file ${whole} that this user can read.`),
    )
})
