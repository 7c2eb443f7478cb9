import {
  BlobSource,
  Conversion,
  Input,
  MATROSKA,
  MP4,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  QTFF,
  StreamTarget,
  type StreamTargetChunk,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import type { Ends } from '../recording.ts'

/** What came out, and how long it is. */
export type CutRecording = { blob: Blob; duration: number }

/**
 * Wraps a recording anew without encoding it anew: no quality is lost, and it takes a moment. Browsers write
 * recordings without their length, so nobody could jump in them; afterwards one can. A film is cut where a
 * whole picture begins, always inside what was chosen: nothing that was cut away can be seen.
 */
export async function cutRecording(recording: Blob, ends?: Ends): Promise<CutRecording> {
  const input = new Input({
    source: new BlobSource(recording),
    formats: [WEBM, MATROSKA, MP4, QTFF, OGG],
  })
  const pieces = new PiecedBlob()
  const output = new Output({
    format: formatOf(recording.type),
    target: new StreamTarget(pieces.writable, { chunked: true, chunkSize: 2 ** 20 }),
  })
  const conversion = await Conversion.init({
    input,
    output,
    ...(ends ? { trim: ends } : {}),
    copy: { mode: 'forced', shiftTolerance: Infinity, boundaryPolicy: 'shrink' },
    tags: {},
    showWarnings: false,
  })
  if (!conversion.isValid || conversion.discardedTracks.length > 0) throw new Error('cannot be copied')
  await conversion.execute()
  const blob = pieces.blob(recording.type)
  const duration = await lengthOf(blob)
  if (!(duration > 0)) throw new Error('nothing is left')
  return { blob, duration }
}

async function lengthOf(blob: Blob): Promise<number> {
  const input = new Input({ source: new BlobSource(blob), formats: [WEBM, MATROSKA, MP4, QTFF, OGG] })
  return input.computeDuration()
}

function formatOf(type: string) {
  if (type.endsWith('/mp4')) return new Mp4OutputFormat({ fastStart: false })
  return type.endsWith('/ogg') ? new OggOutputFormat() : new WebMOutputFormat()
}

/** A file written here and there, held by the browser outside the page's memory: recordings can be long. */
class PiecedBlob {
  #written = new Blob()

  readonly writable = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => {
      const before = this.#written.slice(0, position)
      const after = this.#written.slice(position + data.byteLength)
      this.#written = new Blob([before, data, after])
    },
  })

  blob(type: string): Blob {
    return new Blob([this.#written], { type })
  }
}
