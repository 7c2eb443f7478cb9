import { attempt, changed, made, piece, said, text, used, type WorkScript } from './works-shape.ts'

/** Writing and drawing of Division 3 that is nobody else's. */
export const elementaryWritings: WorkScript[] = [
  piece(
    'noor',
    'My grandmother’s kitchen',
    'everyone',
    attempt(
      54,
      text('My grandmother has a kitchen. It smells good. She makes bread. I like it there.'),
      said(
        'rivera',
        'I would like to be in that kitchen. Which smell comes first when you open the door?',
        used('It is zaatar! I wrote it first.'),
      ),
    ),
    attempt(
      40,
      changed('I used smells and sounds, not only "good".'),
      text(
        'First you smell zaatar, then hot bread. The dough goes slap, slap on the table. Teta’s hands are white up to the elbows. She says a small word in Arabic every time she turns the bread and I do not know if it is for me or for the bread.',
      ),
      said(
        'rivera',
        'The word for the bread is a poem already. Try breaking your lines where you take a breath.',
        used('I made it a poem.'),
      ),
    ),
    attempt(
      19,
      changed('Now it is a poem. I counted the breaths with Mika.'),
      text(`First zaatar,
then bread.

Slap, slap says the dough.
My Teta’s hands
are white to the elbows
like long gloves.

She turns the bread and says
one small word.

I never ask
if it is for me
or for the bread.`),
      said(
        'dubois',
        'Thank you for letting us into this kitchen. The empty line before the end made me wait, in a good way.',
      ),
    ),
  ),
  piece(
    'noor',
    'Butterfly',
    'everyone',
    attempt(71, made('butterfly', 1, 1, 'An orange butterfly with round wings')),
    attempt(
      28,
      changed('I looked for the veins with the magnifier.'),
      made('butterfly', 4, 1, 'A labeled monarch butterfly'),
      said('rivera', 'The white spots sit exactly on the border. You measured them with your eyes.'),
    ),
  ),
  piece(
    'noor',
    'Why cats knead',
    'teachers',
    attempt(
      5,
      text(
        'Cats push with their paws because they did it when they were kittens to get milk. My cat does it on my brother. I want to find out if wild cats do it too. My question for the library: do lynx knead?',
      ),
    ),
  ),
  piece(
    'oceane',
    'Mon chien et la neige',
    'everyone',
    attempt(
      51,
      text('Mon chien aime la neige. Il court. Il est drole. La neige est froid.'),
      said(
        'dubois',
        'On voit bien ton chien courir ! Relis ta dernière phrase : la neige, c’est « le » ou « la » ? Et que fait ton chien avec son nez ?',
        used('J’ai écrit froide, et son nez.'),
      ),
    ),
    attempt(
      33,
      changed('J’ai ajouté ce qu’il fait avec son nez et j’ai corrigé « froide ».'),
      text(
        'Mon chien s’appelle Biscuit. Quand la neige tombe, il met son nez dedans et il éternue. La neige est froide mais il ne veut jamais rentrer. Alors je l’appelle trois fois, et la quatrième fois, il fait semblant de ne pas me connaître.',
      ),
      said('dubois', 'La dernière phrase m’a fait rire. Tu as trouvé le caractère de Biscuit.'),
    ),
  ),
  piece(
    'kai',
    'What Grandpa said about beavers',
    'everyone',
    attempt(
      47,
      text('My grandpa traps beaver. He said they are smart. You have to think like them.'),
      said(
        'rivera',
        'You have someone to ask whom most scientists do not have. Write down his own words, the way he says them.',
        used('I asked him and recorded it on my auntie’s phone.'),
      ),
    ),
    attempt(
      26,
      changed('I put in his words and a word in our language.'),
      text(
        'My grandpa says: "You look at the bubbles. Where the bubbles are, he is going." The word for beaver is tsa. In winter the ice keeps the bubbles like a string of beads, so you can see the road of the beaver even when he is asleep. Grandpa only takes two from a lodge, because the others have to fix the dam.',
      ),
      said(
        'rivera',
        'The bubbles like a string of beads: I will never look at ice the same way. Please thank your grandpa from us.',
      ),
    ),
  ),
]
