import { chooseType, type RecordingKind } from '../recording.ts'

/** Why nothing can be recorded here; each has its own sentence and way out. */
export type RecordingProblem = 'insecure' | 'unsupported' | 'denied' | 'missing' | 'busy'

/** Which way a phone's camera looks. */
export type Facing = 'environment' | 'user'

/** Asks the person's browser for the microphone or camera; throws a `RecordingProblem`. */
export async function askForDevices(kind: RecordingKind, facing: Facing): Promise<MediaStream> {
  const problem = problemHere(kind)
  if (problem) throw new DeviceRefusal(problem)
  return ask({ audio: true, video: kind === 'video' && pictureOf(facing) })
}

/** A camera to look with, of which nothing is recorded. */
export async function askForCamera(facing: Facing): Promise<MediaStream> {
  if (!isSecureContext) throw new DeviceRefusal('insecure')
  if (!navigator.mediaDevices?.getUserMedia) throw new DeviceRefusal('unsupported')
  return ask({ video: pictureOf(facing) })
}

const pictureOf = (facing: Facing): MediaTrackConstraints => ({
  facingMode: facing,
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
})

async function ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia(constraints)
  } catch (error) {
    throw new DeviceRefusal(problemIn(error))
  }
}

export class DeviceRefusal extends Error {
  readonly problem: RecordingProblem

  constructor(problem: RecordingProblem) {
    super(problem)
    this.problem = problem
  }
}

function problemHere(kind: RecordingKind): RecordingProblem | undefined {
  if (!isSecureContext) return 'insecure'
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') return 'unsupported'
  return typeHere(kind) === undefined ? 'unsupported' : undefined
}

export function typeHere(kind: RecordingKind): string | undefined {
  return chooseType(kind, (type) => MediaRecorder.isTypeSupported(type))
}

/** Whether the picture can be turned to another camera. */
export async function hasTwoCameras(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind }) => kind === 'videoinput').length > 1
}

export function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function problemIn(error: unknown): RecordingProblem {
  const { name } = error as DOMException
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy'
}
