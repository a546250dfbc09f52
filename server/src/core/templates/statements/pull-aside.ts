import { defineTemplate } from '../template.ts';

/** A short talk at the edge of something larger. */
export const pullAside = defineTemplate({
  id: 'pull-aside',
  title: 'Readout of a pull-aside',
  description: 'Two leaders spoke briefly on the margins of a summit or ceremony.',
  kind: 'readout',
  headline: 'Readout of {principal}’s Pull-Aside with {counterpart} of {country}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who met whom, when, and on the margins of what.',
      text: '{principal} met briefly {day} with {counterpart} of {country} on the margins of {event} in {place}.',
    },
    {
      id: 'relationship',
      purpose: 'How the two countries stand to each other.',
      text: 'The two leaders reaffirmed the partnership between {homeCountry} and {country}.',
      joined: true,
    },
    { id: 'topics', purpose: 'What was talked about.', text: 'They discussed {topics}.', joined: true },
  ],
});
