import { defineTemplate } from '../template.ts';

/** A journey is announced. */
export const travel = defineTemplate({
  id: 'travel',
  title: 'Travel announcement',
  description: 'The principal will travel abroad.',
  kind: 'announcement',
  headline: 'Statement on {principal}’s Travel to {country}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who will travel where, when and what for.',
      text: '{principal} will travel {travelDays} to {destination}, to {purpose}.',
    },
    {
      id: 'programme',
      purpose: 'Whom the principal will meet, and about what.',
      text: 'In {country}, {principalShort} will meet with {counterpart} to discuss {topics}.',
    },
    {
      id: 'relationship',
      purpose: 'What the journey stands for.',
      text: 'The visit will reaffirm the close ties between {homeCountry} and {country}.',
      joined: true,
    },
    {
      id: 'next',
      purpose: 'When more will be known.',
      text: 'The full schedule will be published before departure.',
    },
  ],
});
