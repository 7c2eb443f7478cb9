import type { Activity } from './activity.ts'

/** What was built, grown or played rather than drawn. */
export const workshopActivities: Record<string, Activity> = {
  pot: {
    subject: 'pot',
    titles: ['Clay pot', 'Coil pot', 'My first pot', 'A pot that stands'],
    alts: [
      'A low, lopsided clay pot with crumbs around it',
      'A clay pot that leans',
      'An even clay pot with coil marks',
      'A glazed pot, shining',
    ],
    captions: [
      'It fell a bit',
      'For pencils',
      'It holds water, I tested',
      'The inside is smoother than the outside',
    ],
    changes: [
      'I smoothed the coils together so it does not crack.',
      'I turned it after every coil.',
      'I waited until it was dry, then glazed it twice.',
    ],
    talks: [
      [
        'You built a real wall. What happens if you turn the pot a little after each coil?',
        'It stays round.',
      ],
      [
        'The rim is lively. Where is the wall thinnest, and can you feel it with your eyes closed?',
        'On the left. I added some there.',
      ],
      ['It stands by itself. What will it be for?', 'It is for my brushes, so I made it taller.'],
    ],
  },
  garden: {
    subject: 'garden',
    titles: ['Garden bed', 'Our garden diary', 'What grew'],
    alts: [
      'A garden bed with bare soil',
      'Small shoots in rows',
      'Leafy plants in rows',
      'Ripe vegetables in a garden bed',
    ],
    captions: ['We planted 21 seeds', 'Something ate two', 'I watered on Tuesday', 'We ate the first one'],
    changes: [
      'It grew 6 centimeters in two weeks.',
      'I pulled the weeds, then the small ones got sun.',
      'They are ready. I picked three.',
    ],
    talks: [
      [
        'You photographed from the same place again, so I can compare. How could you show how tall they are?',
        'I put a ruler in.',
      ],
      [
        'Nineteen of twenty-one came up. What might have happened to the other two?',
        'I dug, and there was a worm. Maybe a bird.',
      ],
    ],
  },
  test: {
    subject: 'test',
    titles: ['Cardboard bridge', 'Bridge test', 'How many books'],
    alts: [
      'A cardboard strip bending under one book',
      'A cardboard truss buckling under three books',
      'A cardboard truss holding six books',
    ],
    captions: ['One book and it went down', 'It made a noise', 'Six books, then we had no more books'],
    changes: [
      'I put triangles on the sides.',
      'I glued the corners twice and waited a day.',
      'Shorter pieces, so they cannot bend.',
    ],
    talks: [
      [
        'It failed, and you photographed the exact moment. Where did it give way first?',
        'In the middle, because there was nothing under it.',
      ],
      ['Triangles hold. Which piece of cardboard is being squeezed?', 'The top one. I made it double.'],
      ['A fair test needs the same books. Did you write down which?', 'I weighed them. 2.8 kg.'],
    ],
  },
  bridge: {
    subject: 'bridge',
    titles: ['Bridge design', 'Footbridge over the creek', 'Truss study'],
    alts: [
      'A sketch of a plank bridge',
      'A sketch of a truss bridge',
      'A scale drawing of a truss with forces',
    ],
    captions: ['Before I knew about triangles', 'Scale 1 to 2', 'Each stick has a job'],
    changes: [
      'Replaced the posts by triangles; there is no ground to stand on in the creek.',
      'Drew it to scale and marked push and pull.',
      'Added panels so that each stick is shorter.',
    ],
    talks: [
      ['A clear first idea. What does the water do to your posts in May?', 'It takes them. So, no posts.'],
      [
        'The drawing can be built from. Which joint carries the most?',
        'The two at the ends. I doubled them.',
      ],
    ],
  },
  poster: {
    subject: 'poster',
    titles: ['Science poster', 'What we found out', 'Poster for the open house'],
    alts: ['A crowded science poster with nine notes', 'A clear science poster with a chart'],
    captions: ['Everything I know, all at once', 'One question this time', 'Hung by the office'],
    changes: [
      'Cut it from nine notes to one question and one chart.',
      'The title can be read from the door now.',
      'Asked two people what they remembered, and kept that.',
    ],
    talks: [
      [
        'Everything on it is true, and I do not know where to look first. What is the one thing you want me to remember?',
        'The chart. I made it half the poster.',
      ],
      [
        'Stand five meters away and take a photo. What can you still read?',
        'Only the title, so I cut the rest down.',
      ],
    ],
  },
  lamp: {
    subject: 'lamp',
    titles: ['Glass lamp', 'Lamp from leftovers', 'Stained glass, first try'],
    alts: [
      'Cut pieces of colored glass',
      'A flat panel with thick seams',
      'A lamp that leans',
      'A straight glass lamp',
      'A lamp lit in the dark',
    ],
    captions: ['Jonas showed me how to hold the cutter', 'Hot work', 'It stands'],
    changes: [
      'Foiled every piece before soldering any.',
      'Used the form Jonas made.',
      'Turned the iron up and went slower.',
    ],
    talks: [
      [
        'Clean breaks. Which cut went wrong, and what did your hand do?',
        'I looked at the wheel instead of at the line.',
      ],
      ['The seams hold. What would make them thinner?', 'More heat and less solder.'],
    ],
  },
}
