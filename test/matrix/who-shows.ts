/**
 * Who may do what with a collection of Mika's for every audience she may have chosen, and with a showcase of it that
 * waits for agreement. Being asked to agree comes with asking, so it is the same whatever the audience is.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: open it · see who sees it · see the picture in it · change it · say who it is for · delete it ·
 * keep it for the year · ask to open it | see the page that is asked about · its picture · agree as a teacher · agree
 * as a guardian · see the showcases of it · have the link · close it.
 */
export const showActs = [
  'open',
  'who',
  'picture',
  'revise',
  'share',
  'delete',
  'freeze',
  'propose',
  'preview',
  'agree as teacher',
  'agree as guardian',
  'showcases',
  'link',
  'close',
] as const
export type ShowAct = (typeof showActs)[number]

export const audiencesShown = [
  'only me',
  'my teachers',
  'my family',
  'my class',
  'my next teachers',
  'deleted',
] as const
export type ShownTo = (typeof audiencesShown)[number]

// the picture is reached through the showcase too by those who are asked about it
const asked = {
  mika: 'y n n y n y',
  teacher: 'y y n - n y',
  guardian: 'y n y - n y',
  nobody: '- - - - - -',
}
const owner = `y y y y y y y y ${asked.mika}`
const none = `- - - - - - - - ${asked.nobody}`
const teacher = { sees: `y y y n n n n n ${asked.teacher}`, not: `- - y - - - - - ${asked.teacher}` }
const guardian = { sees: `y y y n n n n n ${asked.guardian}`, not: `- - y - - - - - ${asked.guardian}` }
const looksOn = `y y y n n n n n ${asked.nobody}`
const signedOut = Array(showActs.length).fill('x').join(' ')

const matrix: Record<ShownTo, Record<string, string>> = {
  'only me': { rivera: teacher.not, dubois: teacher.not, amara: guardian.not, tomas: guardian.not },
  'my teachers': { rivera: teacher.sees, dubois: teacher.sees, amara: guardian.not, tomas: guardian.not },
  'my family': { rivera: teacher.not, dubois: teacher.not, amara: guardian.sees, tomas: guardian.sees },
  // teachers belong to the class too
  'my class': {
    rivera: teacher.sees,
    dubois: teacher.sees,
    noor: looksOn,
    amara: guardian.not,
    tomas: guardian.not,
  },
  // in this matrix Ms. Okafor is to teach her after the winter
  'my next teachers': {
    rivera: teacher.not,
    dubois: teacher.not,
    amara: guardian.not,
    tomas: guardian.not,
    okafor: looksOn,
  },
  // with its collection the showcase is closed; she opens it to bring it back
  deleted: { mika: 'y y y n n y n n y n n - n n' },
}

export const showRowOf = (to: ShownTo, person: string): string => {
  if (person === 'nobody') return signedOut
  return matrix[to][person] ?? (person === 'mika' ? owner : none)
}
