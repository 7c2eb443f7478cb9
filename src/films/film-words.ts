import {
  type FilmFacts,
  type FilmWish,
  fitted,
  type RecordingFile,
  type StreamFacts,
  streamOf,
  uprightSize,
} from './film.ts'

/** The same wishes in the words of FFmpeg's command line: one reader, no protocol but `file`, nothing told. */
export function ffmpegWords(
  wish: Exclude<FilmWish, { do: 'look' }>,
  file: RecordingFile,
  facts: FilmFacts,
): string[] {
  const video = streamOf(facts, 'video')
  const audio = streamOf(facts, 'audio')
  const starts = wish.do === 'draw' ? ['-ss', String(Math.min(1, (facts.seconds ?? 0) / 3))] : []
  return [
    ...'-hide_banner -nostdin -y -v error -progress pipe:1 -protocol_whitelist file'.split(' '),
    ...starts,
    '-f',
    file.reader,
    '-i',
    `file:${file.path}`,
    ...outputsOf(wish, video, audio),
  ]
}

const silent =
  '-map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -sn -dn'.split(
    ' ',
  )

function outputsOf(
  wish: Exclude<FilmWish, { do: 'look' }>,
  video?: StreamFacts,
  audio?: StreamFacts,
): string[] {
  const lanes = [video, audio].flatMap((stream) => (stream ? ['-map', `0:${stream.index}`] : []))
  if (wish.do === 'wrap') {
    const words = { h264: '6', hevc: '39|40' }[video?.codec ?? '']
    const strain = words ? ['-bsf:v', `filter_units=remove_types=${words}`] : []
    const front = wish.container === 'mp4' ? ['-movflags', '+faststart'] : ['-cues_to_front', '1']
    return [...lanes, '-c', 'copy', ...strain, ...silent, ...front, '-f', wish.container, `file:${wish.to}`]
  }
  if (wish.do === 'draw') {
    const { width, height } = video ? fitted(uprightSize(video), wish.side) : { width: 2, height: 2 }
    const filter = `thumbnail=n=24,scale=${width}:${height}`
    return [
      '-map',
      `0:${video?.index ?? 0}`,
      '-vf',
      filter,
      '-frames:v',
      '1',
      ...silent,
      '-c:v',
      'png',
      '-f',
      'image2pipe',
      `file:${wish.to}`,
    ]
  }
  const sound = audio ? ['-map', `0:${audio.index}`] : []
  if (wish.do === 'listen') {
    return [
      ...sound,
      '-ac',
      '1',
      '-ar',
      String(wish.rate),
      ...silent,
      '-c:a',
      'pcm_s16le',
      '-f',
      's16le',
      `file:${wish.to}`,
    ]
  }
  const aac = '-c:a aac -b:a 128k -ar 48000 -ac 2 -af aresample=async=1000'.split(' ')
  const end = [...silent, '-movflags', '+faststart', '-f', 'mp4']
  return [
    ...wish.films.flatMap(({ to, side }) => [
      ...lanes,
      ...(video ? pictureWords(video, side) : []),
      ...aac,
      ...end,
      `file:${to}`,
    ]),
    ...(wish.sound ? [...sound, ...aac, ...end, `file:${wish.sound.to}`] : []),
  ]
}

function pictureWords(video: StreamFacts, side: number): string[] {
  const { width, height } = fitted(uprightSize(video), side)
  const pace = Math.min(30, Math.max(5, Math.round(video.frameRate) || 30))
  const filter = `fps=${pace},scale=${width}:${height}:flags=bicubic,format=yuv420p,setsar=1`
  return [
    '-vf',
    filter,
    ...'-c:v libx264 -preset veryfast -crf 23 -profile:v high -g 60 -maxrate 8M -bufsize 12M'.split(' '),
  ]
}

type Probed = {
  format?: { duration?: string }
  streams?: {
    index: number
    codec_type?: string
    codec_name?: string
    width?: number
    height?: number
    pix_fmt?: string
    avg_frame_rate?: string
    bit_rate?: string
    disposition?: { attached_pic?: number }
    side_data_list?: { rotation?: number }[]
  }[]
}

/** What `ffprobe -of json` says, as facts. */
export function factsFromProbe(probed: Probed): FilmFacts {
  const seconds = Number(probed.format?.duration)
  return {
    seconds: seconds > 0 ? seconds : undefined,
    streams: (probed.streams ?? []).map((stream) => {
      const [frames = 0, per = 0] = (stream.avg_frame_rate ?? '').split('/').map(Number)
      const against = stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0
      const turn = (((Math.round(-against / 90) * 90) % 360) + 360) % 360
      return {
        index: stream.index,
        kind: stream.codec_type === 'video' || stream.codec_type === 'audio' ? stream.codec_type : 'other',
        codec: stream.codec_name ?? '',
        width: stream.width ?? 0,
        height: stream.height ?? 0,
        turn: turn as StreamFacts['turn'],
        pixels: stream.pix_fmt ?? '',
        frameRate: per > 0 ? frames / per : 0,
        bitsPerSecond: Number(stream.bit_rate ?? 0),
        still: stream.disposition?.attached_pic === 1,
      }
    }),
  }
}
