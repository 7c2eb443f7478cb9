import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import heic from 'heic-decode'

const { path, mostPixels } = workerData as { path: string; mostPixels: number }

try {
  const images = await heic.all({ buffer: readFileSync(path) })
  const image = images[0]
  if (!image || image.width * image.height > mostPixels) throw new Error('No picture of a size we decode')
  const { width, height, data } = await image.decode()
  const pixels = data.buffer as ArrayBuffer
  parentPort?.postMessage({ result: { width, height, pixels } }, [pixels])
} catch (error) {
  parentPort?.postMessage({ failure: String(error) })
}
