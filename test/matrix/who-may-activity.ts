/**
 * Who may do what with an activity of Mika's class, or of a group of Ms. Rivera's with Mika and Noor, in which Ms. Okafor,
 * who teaches neither, is beside her; for every way it may stand. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: see it · open the picture in it · look at earlier revisions · edit · publish · close ·
 * delete · see the responses · respond with work of one's own · put it into the school's library · copy it.
 */
export const activityActs = [
  'see',
  'picture',
  'earlier',
  'edit',
  'publish',
  'close',
  'delete',
  'responses',
  'respond',
  'shelve',
  'copy',
] as const
export type ActivityAct = (typeof activityActs)[number]

export type ActivityStanding =
  | 'a draft'
  | 'for the class'
  | 'for Mika'
  | 'opens tomorrow'
  | 'closed'
  | 'with a response that Mika’s family sees'
  | 'in the school’s library'
  | 'in the district’s library'
  | 'deleted'
  | 'for a group'
  | 'for a group, hidden from its learners'
  | 'for a group, hidden from families, with a response that Mika’s family sees'
  | 'for a group, archived'
  | 'for the class, hidden from its learners'

const teacher = 'y y y y y y y y n y y'
const reader = 'y y - n n n n - n n -'
const invited = 'y y - n n n n - y n -'
// she would answer with work of Mika's that she does not see
const beside = 'y y y y y y y y - y y'
const draft = 'y y y y y n y - n y y'

/** Whoever is not named finds nothing there; nobody of another district ever is. */
export const activityMatrix: Record<ActivityStanding, Record<string, string>> = {
  'a draft': { rivera: draft, dubois: draft },
  'for the class': { rivera: teacher, dubois: teacher, mika: invited, noor: invited },
  'for Mika': { rivera: teacher, dubois: teacher, mika: invited },
  'opens tomorrow': { rivera: teacher, dubois: teacher },
  // closed twice is still closed
  closed: { rivera: teacher, dubois: teacher, mika: reader, noor: reader },
  'with a response that Mika’s family sees': {
    rivera: teacher,
    dubois: teacher,
    mika: invited,
    noor: invited,
    amara: reader,
    tomas: reader,
  },
  // what stands in a library is copied from there, and its pictures are seen there
  'in the school’s library': {
    rivera: draft,
    dubois: draft,
    okafor: '- y - - - - - - - - y',
    chen: '- y - - - - - - - - -',
    singh: '- y - - - - - - - - -',
  },
  'in the district’s library': {
    rivera: draft,
    dubois: draft,
    okafor: '- y - - - - - - - - y',
    halvorsen: '- y - - - - - - - - y',
    chen: '- y - - - - - - - - -',
    singh: '- y - - - - - - - - -',
  },
  deleted: {},
  'for a group': { rivera: teacher, okafor: beside, mika: invited, noor: invited },
  'for a group, hidden from its learners': { rivera: teacher, okafor: beside },
  'for a group, hidden from families, with a response that Mika’s family sees': {
    rivera: teacher,
    okafor: beside,
    mika: invited,
    noor: invited,
  },
  // what she wrote stays hers to read and to copy; a group that is over is asked nothing
  'for a group, archived': { rivera: 'y y - n n n n - n n y' },
  'for the class, hidden from its learners': { rivera: teacher, dubois: teacher },
}

const nothing = '- - - - - - - - - - -'
const signedOut = 'x x x x x x x x x x x'

export const activityRowOf = (standing: ActivityStanding, person: string): string =>
  person === 'nobody' ? signedOut : (activityMatrix[standing][person] ?? nothing)
