/** The plan of the house as data: what the walls compare the source with. Changing it is a decision. */

/** A module may look only at modules before it in this list. */
export const MODULES = [
  // ground: knows nothing about portfolios
  'device',
  'platform',
  'postgres',
  'workshop',
  'traces',
  'documents',
  'films',
  'files',
  'backups',
  'access',
  'ui',
  'outbox',
  // who and where
  'logbook',
  'people',
  'schools',
  'register',
  'provider-keys',
  'providers',
  'sign-outs',
  'passkeys',
  'second-steps',
  'support',
  // how people and programs outside are reached
  'mail',
  'programs',
  // the learner's work
  'deletions',
  'media',
  'writing',
  'recordings',
  'drawings',
  'links',
  'work',
  'spaces',
  'remarks',
  'handovers',
  'growth',
  'reflections',
  'pins',
  'feedback',
  'rounds',
  'critiques',
  'activities',
  'library',
  'scans',
  'papers',
  'cards',
  'home-cards',
  'first-passwords',
  'goals',
  // where it points
  'competencies',
  'self-assessment',
  'communications',
  // looking back
  'letters',
  'timeline',
  // bringing it to people
  'collections',
  'showcases',
  'exhibitions',
  'slips',
  'defenses',
  'filings',
  'conferences',
  'appointments',
  'readiness',
  'rehearsals',
  'walkthroughs',
  'welcomes',
  'askings',
  'translations',
  'families',
  'digests',
  // edges
  'rosters',
  'feeds',
  'office',
  'interop',
  'demo',
  'screens',
  'commands',
  'entry',
] as const

/** Free inside: they hold no noun of the domain, so they have no noun, store or use case files to keep apart. */
export const GROUND: readonly string[] = [
  'device',
  'platform',
  'postgres',
  'workshop',
  'traces',
  'documents',
  'films',
  'files',
  'backups',
  'access',
  'ui',
  'outbox',
]
export const EDGES: readonly string[] = ['interop', 'demo', 'screens', 'commands', 'entry']

export type Kind = 'noun' | 'contract' | 'policy' | 'store' | 'use case' | 'routes' | 'jobs' | 'web' | 'plain'

/** What a module may take from an earlier module of the domain. */
export const OPEN_KINDS: readonly Kind[] = ['noun', 'contract', 'store', 'web']

/** Who may take more from an earlier module than OPEN_KINDS, and why. */
export const MAY_ALSO_TAKE: readonly { from: string; takes: readonly Kind[]; because: string }[] = [
  {
    from: 'policy',
    takes: ['policy'],
    because: 'who may see feedback is who may see its work: one rule, written once',
  },
  {
    from: 'store',
    takes: ['policy'],
    because: "a list of this module is filtered by an earlier module's rule, inside the same statement",
  },
  {
    from: 'entry',
    takes: ['policy', 'use case', 'routes', 'jobs', 'plain'],
    because: 'entry is where the program is put together; it registers every route and job',
  },
  {
    from: 'commands',
    takes: ['policy', 'use case', 'plain'],
    because:
      'whoever has the machine does by a command what people do on their screens, and what comes before them',
  },
  {
    from: 'interop',
    takes: ['use case'],
    because: 'an import arrives through the same use cases as a person does, and writes no table itself',
  },
  {
    from: 'exhibitions',
    takes: ['use case'],
    because: 'the page of an event leads to the very pages of showcases, through another door',
  },
  {
    from: 'providers',
    takes: ['use case'],
    because: 'a provider is set up, asked and read with the keys that Cairn has with it',
  },
  {
    from: 'sign-outs',
    takes: ['use case'],
    because: 'somebody leaves by the very doors through which they came in from a provider',
  },
  {
    from: 'defenses',
    takes: ['use case'],
    because: 'a guest of a panel looks at the very pages of showcases, through another door',
  },
  {
    from: 'slips',
    takes: ['use case'],
    because: 'a slip is left at a stand of the event, behind the very door that leads to it',
  },
  {
    from: 'digests',
    takes: ['use case'],
    because:
      'a weekly letter leads in by the link that a guardian has already; how a link is made is said once',
  },
  {
    from: 'families',
    takes: ['use case'],
    because: 'the family’s pages have words translated for whoever reads them; how is said once',
  },
  {
    from: 'demo',
    takes: ['use case', 'plain'],
    because:
      'the demo district is made by doing what people do, so that it can only hold what they could make',
  },
]

/** Where SQL may be written besides the files named store, policy, access/ and platform/. */
export const SQL_ALSO_IN: readonly { module: string; because: string }[] = [
  { module: 'postgres', because: 'starts the database and brings it to what the program expects' },
  { module: 'backups', because: 'writes and fills every table as it stands, knowing none of them' },
  { module: 'entry', because: 'opens the connection and runs the migrations' },
  { module: 'demo', because: 'fills two school years in one go, with moments in the past' },
]

/** Browser code that does not live in web/, screens/ or ui/. */
export const BROWSER_ENTRIES: readonly string[] = [
  'entry/web.tsx',
  'entry/service-worker.ts',
  'entry/difference-worker.ts',
  'entry/paper-worker.ts',
  'entry/scan-worker.ts',
]

/** What never reaches a browser: runs only on the server, or is too heavy for a child's first load. */
export const SERVER_PACKAGES: readonly RegExp[] = [
  /^node:/,
  /^pg($|\/|-boss)/,
  /^kysely($|\/)/,
  /^zod$/,
  /^zod\/(?!mini)/,
  /^fastify($|\/)/,
  /^@fastify\//,
  /^sharp($|\/)/,
  /^heic-decode$/,
  /^@napi-rs\//,
  /^file-type$/,
  /^pdfjs-dist($|\/)/,
  /^nodemailer($|\/)/,
]

/** Workers of their own, and what runs in them: no page carries these, and the shell does not keep them. */
export const WORKER_PACKAGES: readonly { file: string; takes: RegExp }[] = [
  { file: 'entry/scan-worker.ts', takes: /^pdfjs-dist\// },
  { file: 'scans/web/scan-work.ts', takes: /^pdfjs-dist\// },
]

/** Packages whose types alone browser code may name; they are gone before it runs. */
export const TYPES_IN_BROWSER: readonly RegExp[] = [/^zod$/]

/** A file of a module that starts with one of these is a use case: what somebody does, in the imperative. */
export const VERBS: readonly string[] =
  `accept add admit adopt agree announce answer apply approve archive ask assess attach begin book bring build call cancel capture carry
  change check choose claim clean clear close collect compose confirm copy correct count create decide decline delete demand describe discard
  draft draw edit encourage end enroll enter erase excuse expire export find finish follow forget freeze give grant hand help hide hold
  import introduce invite issue join judge keep leave lend let lift list load lock look make mask merge move name note notify nudge offer
  open place plan post prepare present print process promote propose publish put quarantine read rebuild receive recover refresh refuse
  register rehearse reject release remind remove rename renew reopen reorder repair replace reply report request reset resolve respond
  restore resume retire retract retry return revise revoke roll save scan schedule scribe seal search seat see select send serve set share show
  shrink sign sniff speak split start stop strip submit substitute suggest summarize sweep switch tag take tell throttle transfer translate try turn
  undo unlock unshare upload verify view visit watch widen withdraw write`.split(/\s+/)

/** Names that say nothing: a function that would live there is missing its noun. */
export const EMPTY_NAMES: readonly string[] =
  'util utils common helper helpers type types index misc shared lib core constants interfaces'.split(' ')

/** Endings that hide what a thing is. */
export const EMPTY_ENDINGS = /(?:Manager|Service|Helper|Helpers|Handler|Data|Info|Util|Utils)$/
