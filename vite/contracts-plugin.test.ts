import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { contractsPlugin } from './contracts-plugin.ts'

const written = `
export const GetPiece = { name: 'GetPiece', method: 'GET', path: '/api/pieces/:id', output: { validator: true } }
export const Piece = { validator: true }
`

test('the browser gets names and addresses and no validators', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'src/work'), { recursive: true })
  const file = join(folder, 'src/work/contract.ts')
  await writeFile(file, written)
  const load = contractsPlugin().load as (id: string) => Promise<string | undefined>
  expect(await load(file)).toBe(
    'export const GetPiece = {"name":"GetPiece","method":"GET","path":"/api/pieces/:id"}',
  )
  expect(await load(join(folder, 'src/work/piece.ts'))).toBeUndefined()
})
