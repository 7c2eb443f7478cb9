import {
  attempt,
  changed,
  differently,
  made,
  notYet,
  piece,
  pinned,
  said,
  text,
  used,
  type WorkScript,
} from './works-shape.ts'

/** Grade 12 at the option school, joined in January: the glass project and what grew around it. */
export const jonasWorks: WorkScript[] = [
  piece(
    'jonas',
    'Glass lamp',
    'everyone',
    attempt(
      73,
      made('lamp', 0, 0, 'Cut pieces of colored glass on a bench', 'Seventeen cuts, eleven of them usable'),
      text(
        'I wanted curves and got straight lines with chips. Scoring once, with one pressure, is harder than it looks.',
      ),
      pinned(
        { quote: 'straight lines with chips' },
        said(
          'halvorsen',
          'Eleven clean breaks in a first session is good. The chipped edges all start where the cutter stopped halfway. Try standing up, so that the whole arm moves.',
          used('Stood up, and marked a start and an end point for each score.'),
        ),
      ),
    ),
    attempt(
      60,
      changed('Went from loose pieces to a panel. Learned foiling; my solder is still in lumps.'),
      made('lamp', 1, 0, 'A flat panel of colored glass with thick, lumpy seams'),
      pinned(
        { spot: { x: 0.3, y: 0.35, width: 0.35, height: 0.25 } },
        said(
          'halvorsen',
          'The panel holds together, so the foil is right. The lumps tell you the iron was too cold. What does the solder do when you wait five seconds longer?',
          used('It runs flat by itself. I wrote the temperature on tape on the iron.'),
        ),
      ),
      said(
        'halvorsen',
        'Consider fewer colors: at the moment every piece asks for attention.',
        differently(
          'I see it, but the mix is on purpose. My grandmother had a window like this, made of leftovers.',
        ),
      ),
    ),
    attempt(
      45,
      changed(
        'Built the first shade. It stands, but it leans to the left because I assembled it without a form.',
      ),
      made('lamp', 2, 0, 'A glass lampshade on a brass foot, leaning to one side'),
      pinned(
        { spot: { x: 0.45, y: 0.3, width: 0, height: 0 } },
        said(
          'halvorsen',
          'It leans by about six degrees. Before you fix it, find out why: is it the foot, the ring, or the panels?',
          used('The panels. Two are 4 mm shorter. I made a cardboard form and measured every one.'),
        ),
      ),
    ),
    attempt(
      30,
      changed('Took it apart to the panels, recut two of them, and assembled everything over a form.'),
      made('lamp', 3, 0, 'A straight glass lamp with even seams'),
      said(
        'halvorsen',
        'Taking apart something that nearly worked is the hardest decision in a workshop. The seams are even now. What is left before you put a bulb in?',
        notYet('The wiring. I am waiting for Mr. Antoine to check it with me.'),
      ),
    ),
    attempt(
      12,
      changed('Wired it (12 V LED, checked), patina on the seams, and photographed it in the dark.'),
      made('lamp', 4, 0, 'The lamp lit in a dark room, with colored light on the table', 'First evening'),
      text(
        'When it was finally lit I noticed the leftover pieces are the ones that throw color on the table. The neat ones do nothing.',
      ),
    ),
  ),
  piece(
    'jonas',
    'Should the mill site become a park?',
    'teachers class',
    attempt(
      66,
      text(
        'The old mill site should be a park. Parks are good for people and everyone likes them. It is ugly now. Some people want houses but I think a park is better because nature is important.',
      ),
      said(
        'halvorsen',
        'I know where you stand, and that is a start. Whom are you trying to convince, and what would that person need to see?',
        used('The council. They need numbers and they need an answer about housing.'),
      ),
    ),
    attempt(
      52,
      changed(
        'Chose a reader (the council), found the soil report, and answered the housing argument instead of ignoring it.',
      ),
      text(
        `The town council will decide this winter what happens to the old mill site. I think it should become a park, and the main reason lies under the ground.

According to the soil report on the town's website, the top two meters contain oil and metals. To build houses there, all of it would have to be dug out and trucked away. For a park it can be covered with a meter of clean soil and planted with willows and poplars, which hold the ground and take up some of the metals.

People who want houses have a point: rents went up a lot. But the report says clean-up would take eight years. The lots on Spruce Street are empty and clean today.`,
      ),
      said(
        'halvorsen',
        'Answering the strongest objection made your own argument stronger. Your ending stops rather than closes: what should the council do on Monday?',
        used('Ended with one request and a date.'),
      ),
    ),
    attempt(
      33,
      changed(
        'New ending with a concrete request. Cut a paragraph that repeated the introduction. Read it aloud twice.',
      ),
      text(
        `To the members of the council:

This winter you decide what becomes of the mill site. I ask you to make it a park, and the reason lies two meters under the ground.

The soil report you commissioned found oil and metals in the upper layer. Houses would mean digging out all of it: eight years, by the report's own estimate. A park needs a meter of clean soil on top, and willows and poplars whose roots hold the ground and draw some of the metal out. People could walk there in two years.

Those who want housing are right that rents have become impossible; my own family moved twice. But the lots on Spruce Street are clean, serviced and empty. Build there now. Plant here now. The two do not compete unless we make them.

I ask for one thing before your vote: put both sites on the agenda of the same evening, so that nobody has to choose between a roof and a tree.`,
      ),
      said(
        'halvorsen',
        'The last sentence is worth the three drafts. Send it.',
        used('Sent it on Friday. The clerk answered.'),
      ),
    ),
  ),
]
