import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from './free-port.ts'

/** The wire between a browser and the server, which can be cut for real: nothing listens and every socket dies. */
export type Wire = {
  origin: string
  cut: () => Promise<void>
  mend: () => Promise<void>
  /** every connection of this moment breaks, and the next may be made at once */
  shake: () => void
  close: () => Promise<void>
}

export async function layWire(serverPort: number): Promise<Wire> {
  const sockets = new Set<Socket>()
  const hold = (socket: Socket, other: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
  const open = () =>
    createServer((from) => {
      const to = connect(serverPort, '127.0.0.1')
      hold(from, to)
      hold(to, from)
      from.pipe(to).pipe(from)
    })
  const shake = () => sockets.forEach((socket) => socket.destroy())
  const port = await freePort()
  let listening: Server | undefined = await listen(open(), port)
  const cut = async () => {
    const server = listening
    listening = undefined
    if (!server) return
    const closed = once(server, 'close')
    server.close()
    shake()
    await closed
  }
  return {
    origin: `http://localhost:${port}`,
    cut,
    mend: async () => {
      listening ??= await listen(open(), port)
    },
    shake,
    close: cut,
  }
}

async function listen(server: Server, port: number): Promise<Server> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
