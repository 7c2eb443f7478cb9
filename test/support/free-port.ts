import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A port of those that no system hands out by itself: whoever lets it go and takes it again, or knows it before
 * taking it, finds it free although others listen and connect meanwhile.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const server = createServer().listen(port, '127.0.0.1')
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    if (!free) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
