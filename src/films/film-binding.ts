/**
 * The part of FFmpeg's libraries that we call, as the package @seydx/node-av-<system> hands them to Node: one
 * class for one C structure, one method for one C function, negative numbers for failures.
 */
export type Rational = { num: number; den: number }

export type Dictionary = { alloc(): void; set(key: string, value: string, flags: number): number }

export type Packet = {
  streamIndex: number
  readonly size: number
  pts: bigint
  dts: bigint
  duration: bigint
  isKeyframe: boolean
  data: Buffer | null
  timeBase: Rational
  alloc(): void
  ref(from: Packet): number
  unref(): void
  rescaleTs(from: Rational, to: Rational): void
}

export type Frame = {
  format: number
  width: number
  height: number
  nbSamples: number
  sampleRate: number
  pts: bigint
  bestEffortTimestamp: bigint
  pictType: number
  sampleAspectRatio: Rational
  colorTrc: number
  colorSpace: number
  colorRange: number
  channelLayout: ChannelLayout
  readonly data: Buffer[] | null
  alloc(): void
  unref(): void
}

export type ChannelLayout = { nbChannels: number; order: number; mask: bigint }

export type Parameters = {
  alloc(): void
  codecType: number
  codecId: number
  codecTag: number
  format: number
  width: number
  height: number
  sampleRate: number
  channels: number
  bitRate: bigint
  colorTrc: number
  sampleAspectRatio: Rational
  extradata: Buffer | null
  copy(to: Parameters): number
  fromContext(coder: Coder): number
  getCodedSideData(type: number): Buffer | null
  addCodedSideData(type: number, bytes: Buffer): number
}

export type Stream = {
  readonly index: number
  codecpar: Parameters
  timeBase: Rational
  startTime: bigint
  duration: bigint
  nbFrames: bigint
  disposition: number
  discard: number
  avgFrameRate: Rational
}

type Codec = { readonly name: string | null; readonly id: number }

export type Coder = {
  timeBase: Rational
  pktTimebase: Rational
  framerate: Rational
  flags: number
  bitRate: bigint
  threadCount: number
  width: number
  height: number
  gopSize: number
  readonly frameSize: number
  pixelFormat: number
  sampleAspectRatio: Rational
  sampleRate: number
  sampleFormat: number
  channelLayout: ChannelLayout
  colorRange: number
  colorPrimaries: number
  colorTrc: number
  colorSpace: number
  allocContext3(codec: Codec | null): void
  parametersToContext(parameters: Parameters): number
  open2Sync(codec: Codec | null, options: Dictionary | null): number
  freeContext(): void
  sendPacketSync(packet: Packet | null): number
  receiveFrameSync(frame: Frame): number
  sendFrameSync(frame: Frame | null): number
  receivePacketSync(packet: Packet): number
}

export type FileContext = {
  flags: number
  metadata: Dictionary | null
  readonly duration: bigint
  readonly startTime: bigint
  readonly streams: Stream[] | null
  maxStreams: number
  allocContext(): void
  allocOutputContext2(format: null, name: string, path: string): number
  openInputSync(path: string, format: object | null, options: Dictionary | null): number
  findStreamInfoSync(options: null): number
  closeInputSync(): void
  readFrameSync(packet: Packet): number
  seekFrameSync(stream: number, at: bigint, flags: number): number
  openOutputSync(): number
  newStream(codec: null): Stream
  writeHeaderSync(options: Dictionary | null): number
  interleavedWriteFrameSync(packet: Packet | null): number
  writeTrailerSync(): number
  closeOutputSync(): void
  freeContext(): void
}

export type FilterEnd = {
  buffersrcAddFrameSync(frame: Frame | null, flags: number): number
  buffersinkGetFrameSync(frame: Frame): number
  buffersinkGetTimeBase(): Rational
  buffersinkGetWidth(): number
  buffersinkGetHeight(): number
  buffersinkGetFormat(): number
  buffersinkGetFrameRate(): Rational
  buffersinkGetSampleRate(): number
  buffersinkGetChannelLayout(): ChannelLayout
}

export type FilterGraph = {
  alloc(): void
  free(): void
  parse2(description: string): number
  configSync(): number
  getFilter(name: string): FilterEnd | null
}

export type BitFilter = {
  inputTimeBase: Rational
  readonly inputCodecParameters: Parameters | null
  readonly outputCodecParameters: Parameters | null
  alloc(filter: object): number
  init(): number
  free(): void
  sendPacketSync(packet: Packet | null): number
  receivePacketSync(packet: Packet): number
}

export type Binding = {
  Dictionary: new () => Dictionary
  Packet: new () => Packet
  Frame: new () => Frame
  CodecContext: new () => Coder
  CodecParameters: new () => Parameters
  FormatContext: new () => FileContext
  FilterGraph: new () => FilterGraph
  BitStreamFilterContext: new () => BitFilter
  BitStreamFilter: { getByName(name: string): object | null }
  InputFormat: { findInputFormat(name: string): object | null }
  Codec: {
    findDecoder(id: number): Codec | null
    findEncoderByName(name: string): Codec | null
    findDecoderByName(name: string): Codec | null
  }
  FFmpegError: { strerror(code: number): string }
  Log: { setLevel(level: number): void }
  Option: { set(of: object, name: string, value: string, flags: number): number }
  avGetCodecName(id: number): string | null
  avGetPixFmtName(format: number): string | null
  avChannelLayoutDescribe(layout: ChannelLayout): string | null
  getFFmpegInfo(): { version: string }
}
