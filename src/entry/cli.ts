import { readSettings } from '../platform/settings.ts'

/** `npm run cairn -- <command>`: what is done from a terminal rather than a screen. */
const commands: Record<string, { about: string; run: () => Promise<number> }> = {
  health: { about: 'asks the Cairn that runs here whether it is ready; exit code 0 when it is', run: health },
}

async function health(): Promise<number> {
  const { port, host } = readSettings(process.env, [])
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/healthz`
  const answer = await fetch(address).then(
    async (response) => ({ status: response.status, said: await response.json() }),
    () => ({ status: 0, said: { status: 'not running' } }),
  )
  console.log(JSON.stringify({ address, ...(answer.said as object) }))
  return answer.status === 200 ? 0 : 1
}

function usage(): number {
  console.log('npm run cairn -- <command>\n')
  for (const [name, { about }] of Object.entries(commands)) console.log(`  ${name.padEnd(10)} ${about}`)
  return 2
}

if (import.meta.main) process.exitCode = await (commands[process.argv[2] ?? '']?.run ?? usage)()
