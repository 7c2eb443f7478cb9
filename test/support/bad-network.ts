import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A network between a browser and Cairn that really cuts sockets. */
export type BadNetwork = {
  origin: string
  /** lets so many bytes of requests through, then cuts every connection in the middle; and again, and again */
  cutAfter: (...bytes: readonly number[]) => void
  /** lets the next request whose head holds these words through, and cuts before its answer comes back */
  loseAnswerTo: (words: string) => void
  cuts: () => number
  close: () => Promise<void>
}

type Pair = { near: Socket; far: Socket }

export async function openBadNetwork(port: number): Promise<BadNetwork> {
  const pairs = new Set<Pair>()
  let left = Infinity
  let nextCuts: number[] = []
  let lost: string | undefined
  let cuts = 0
  const cutAll = () => {
    left = nextCuts.shift() ?? Infinity
    cuts += 1
    for (const { near, far } of pairs) {
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
  }
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    const pair = { near, far }
    let answerIsLost = false
    pairs.add(pair)
    for (const one of [near, far]) {
      one.on('error', () => {})
      one.on('close', () => {
        pairs.delete(pair)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => {
      if (lost !== undefined && bytes.includes(lost)) {
        lost = undefined
        answerIsLost = true
      }
      const through = bytes.subarray(0, Math.min(bytes.length, left))
      left -= through.length
      if (through.length > 0) far.write(through, () => left === 0 && cutAll())
    })
    far.on('data', (bytes) => {
      if (answerIsLost) cutAll()
      else near.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    cutAfter: (first = Infinity, ...more) => {
      left = first
      nextCuts = more
    },
    loseAnswerTo: (words) => {
      lost = words
    },
    cuts: () => cuts,
    close: async () => {
      for (const { near } of pairs) near.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
