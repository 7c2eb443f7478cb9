import type { Activity } from './activity.ts'
import { musicActivities } from './class-music.ts'
import { workshopActivities } from './class-workshop.ts'

/** Drawing from looking, and everything the workshop and the music room add. */
export const activities: Record<string, Activity> = {
  butterfly: {
    subject: 'butterfly',
    titles: ['Butterfly', 'The butterfly from the window sill', 'My butterfly', 'Butterfly study'],
    alts: [
      'Loops of color around a black line',
      'A butterfly with four round wings',
      'A butterfly with matching wings',
      'A butterfly with pointed wings and veins',
      'A labeled butterfly with fine detail',
    ],
    captions: [
      'It would not sit still',
      'Mine is called Flappy',
      'The color was hard to mix',
      'I used the orange until it was short',
    ],
    changes: [
      'I looked longer before I drew.',
      'I folded the paper first so the sides match.',
      'The wings start at the body now, not at the tail.',
      'I used the magnifier and saw that the edge is dark.',
      'I pressed lighter, then I could fix it.',
    ],
    talks: [
      [
        'The colors are bold. Look at the real one: which wing is bigger, the front or the back?',
        'The front one. I made it bigger.',
      ],
      [
        'You gave it feelers with knobs, that is a true detail. Where do the wings join the body?',
        'In the middle part. I fixed that.',
      ],
      [
        'Nice steady lines. Try drawing what is between the spots, too.',
        'There were lines between, I put them in.',
      ],
      [
        'I can tell you looked. Which part did you draw from memory, and which from looking?',
        'The face was from memory. Butterflies do not have that face.',
      ],
    ],
  },
  lodge: {
    subject: 'lodge',
    titles: ['Beaver lodge', 'Where beavers sleep', 'A house under water', 'Inside the lodge'],
    alts: [
      'A brown heap on blue water with a beaver',
      'A lodge cut open with a room and a door',
      'A labeled diagram of a beaver lodge',
    ],
    captions: [
      'The door is under water so the wolf cannot come',
      'They have no windows',
      'It is warm inside from their breath',
      'I saw a real one at the lake',
    ],
    changes: [
      'I cut it open so you can see in.',
      'I wrote what everything is.',
      'I put the room above the water or they would drown.',
      'I drew the food pile because winter is long.',
    ],
    talks: [
      ['Your lodge looks sturdy. If I were a beaver, how would I get in?', 'I made a tunnel.'],
      ['The labels help. Which word would a kindergartner not understand?', 'Chamber. I wrote room.'],
      ['You showed the water line clearly. What keeps the room dry?', 'It is higher. I drew it higher.'],
    ],
  },
  map: {
    subject: 'map',
    titles: ['Map of our town', 'My way to school', 'Where I live'],
    alts: [
      'A big house, a road and a school',
      'A map with a river, roads and places',
      'A map with a key and an arrow for north',
    ],
    captions: [
      'The red one is ours',
      'It takes me 14 minutes',
      'The dog lives at the corner',
      'I left out the gas station',
    ],
    changes: [
      'I drew it like a bird sees it.',
      'I put a key, so I do not have to write on everything.',
      'I walked it again and the bridge is before the store.',
    ],
    talks: [
      ['I could find your house with this. How would I know which way is north?', 'I put an arrow.'],
      [
        'The river is just right. What could you use so that the words do not cover the roads?',
        'A key with little pictures.',
      ],
      ['You drew every house. Which ones does a visitor need?', 'Only the school and the library and ours.'],
    ],
  },
  wolf: {
    subject: 'wolf',
    titles: ['Wolf', 'The wolf on the ridge', 'Wolf report cover', 'Gray wolf'],
    alts: ['A wolf with teeth under a moon', 'A wolf standing on grass', 'A wolf face with yellow eyes'],
    captions: ['It is not angry, it is hungry', 'She is the mother', 'Wolves walk in each other’s steps'],
    changes: [
      'I made the legs longer, I measured on the photo.',
      'I drew only the face so the eyes could be good.',
      'I did the fur with little lines.',
    ],
    talks: [
      [
        'Your wolf has a mood. Compare the legs with the photo: what do you notice?',
        'They were too short, like a dachshund.',
      ],
      ['The eyes hold me. Where does the light come from?', 'From above, so I left a white dot.'],
      [
        'A strong outline. Wolves have no outline; what could show the edge instead?',
        'Fur. I did it with fur.',
      ],
    ],
  },
  portrait: {
    subject: 'portrait',
    titles: ['Me', 'Self-portrait', 'This is me', 'Me this fall', 'How I look'],
    alts: [
      'A round face with arms and legs',
      'A person standing on grass under a blue sky',
      'A self-portrait from the shoulders up',
      'A shaded self-portrait',
    ],
    captions: [
      'I am smiling because it was my birthday',
      'My hair is hard',
      'I look serious but I was not',
      'The shirt is my favorite',
    ],
    changes: [
      'I used the mirror this time.',
      'I drew my neck. I forgot it before.',
      'My eyes are in the middle now.',
      'I mixed my own skin color from three crayons.',
    ],
    talks: [
      [
        'I would recognize that smile. What does the mirror say about your ears?',
        'They are next to my eyes, not on top.',
      ],
      ['You took time for the hair. Is the neck as wide as the head?', 'No, so I made it thinner.'],
      [
        'A brave choice to look straight at us. Squint: which side of your face is darker?',
        'The left, by the wall. I shaded it.',
      ],
    ],
  },
  ...workshopActivities,
  ...musicActivities,
}
