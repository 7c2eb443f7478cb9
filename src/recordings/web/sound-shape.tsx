import { useEffect, useRef } from 'react'
import styles from './recorder.module.css'

/** The last seconds of sound as bars that wander to the left: whoever speaks sees that they are heard. */
export function LiveSound({ level }: { level: () => number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const bars = Array.from({ length: mostBars }, () => 0)
    const drawing = setInterval(() => {
      bars.push(level())
      bars.shift()
      if (canvas.current) drawBars(canvas.current, bars)
    }, 80)
    return () => clearInterval(drawing)
  }, [level])
  return <canvas ref={canvas} className={styles['sound']} aria-hidden />
}

/** A whole recording at a glance. */
export function SoundShape({ loudness }: { loudness: readonly number[] }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const draw = () => canvas.current && drawBars(canvas.current, gather(loudness))
    const watching = new ResizeObserver(draw)
    if (canvas.current) watching.observe(canvas.current)
    return () => watching.disconnect()
  }, [loudness])
  return <canvas ref={canvas} className={styles['sound']} aria-hidden />
}

const mostBars = 64

/** As many bars as fit, each as loud as the loudest moment it stands for. */
function gather(loudness: readonly number[]): number[] {
  const count = Math.min(mostBars, loudness.length)
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * loudness.length) / count)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * loudness.length) / count))
    return loudness.slice(from, to).reduce((loudest, one) => Math.max(loudest, one), 0)
  })
}

function drawBars(canvas: HTMLCanvasElement, bars: readonly number[]): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const scale = devicePixelRatio
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen || bars.length === 0) return
  pen.scale(scale, scale)
  pen.fillStyle = getComputedStyle(canvas).color
  const step = width / bars.length
  const thick = Math.max(1, step * 0.6)
  for (const [place, bar] of bars.entries()) {
    const tall = Math.max(2, bar * bar * height)
    pen.beginPath()
    pen.roundRect(place * step + (step - thick) / 2, (height - tall) / 2, thick, tall, thick / 2)
    pen.fill()
  }
}
