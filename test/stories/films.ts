import type { Page } from 'playwright-core'

/** Two seconds of film with sound, made by the browser the way a child's recording is. */
export async function film(page: Page, color: string) {
  const bytes = await page.evaluate(async (fill) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 })
    const pen = canvas.getContext('2d')
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const out = sound.createMediaStreamDestination()
    tone.connect(out)
    tone.start()
    const stream = new MediaStream([...canvas.captureStream(25).getTracks(), ...out.stream.getTracks()])
    const recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8,opus' })
    const pieces: Blob[] = []
    recorder.addEventListener('dataavailable', (event) => pieces.push(event.data))
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    recorder.start()
    for (let frame = 0; frame < 50; frame += 1) {
      if (pen) {
        pen.fillStyle = fill
        pen.fillRect(0, 0, 320, 240)
        pen.fillStyle = '#fff'
        pen.fillRect(frame * 6, 100, 40, 40)
      }
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    recorder.stop()
    await ended
    await sound.close()
    return Array.from(new Uint8Array(await new Blob(pieces).arrayBuffer()))
  }, color)
  return { name: `film-${color.slice(1)}.webm`, mimeType: 'video/webm', buffer: Buffer.from(bytes) }
}
