export type Recorder = {
  start: () => Promise<void>
  /** resolves once what was said is there */
  stop: () => Promise<void>
  voice: () => Blob | undefined
  isRunning: () => boolean
  forget: () => void
}

/** The browser's own recorder, stopped when the time is over. It travels as it stands here (make-script.ts). */
export function openRecorder(most: number, tell: (seconds: number) => void, onOver: () => void): Recorder {
  let running: MediaRecorder | undefined
  let voice: Blob | undefined
  let whole: Promise<void> = Promise.resolve()
  const wrappers = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
  const start = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    const mimeType = wrappers.find((one) => MediaRecorder.isTypeSupported(one)) ?? ''
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 48_000, mimeType })
    const parts: Blob[] = []
    const began = performance.now()
    voice = undefined
    running = recorder
    const clock = setInterval(() => {
      const seconds = Math.floor((performance.now() - began) / 1000)
      tell(Math.min(seconds, most))
      if (seconds >= most) onOver()
    }, 250)
    recorder.ondataavailable = ({ data }) => parts.push(data)
    whole = new Promise((resolve) => {
      recorder.onstop = () => {
        clearInterval(clock)
        for (const track of stream.getTracks()) track.stop()
        const blob = new Blob(parts, { type: recorder.mimeType })
        voice = blob.size > 0 ? blob : undefined
        running = undefined
        resolve()
      }
    })
    recorder.start()
  }
  const stop = () => {
    if (running?.state === 'recording') running.stop()
    return whole
  }
  const forget = () => void (voice = undefined)
  return { start, stop, voice: () => voice, isRunning: () => running !== undefined, forget }
}
