import { defineTemplate } from '../template.ts';

/** Three leaders in one room. */
export const trilateralMeeting = defineTemplate({
  id: 'trilateral-meeting',
  title: 'Readout of a trilateral meeting',
  description: 'Three leaders met.',
  kind: 'readout',
  headline:
    'Readout of {principal}’s Trilateral Meeting with {counterpart} of {country} and {secondCounterpart} of {secondCountry}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who met whom, when and where.',
      text: '{principal} met {day} with {counterpart} of {country} and {secondCounterpart} of {secondCountry} in {place}.',
    },
    {
      id: 'relationship',
      purpose: 'What binds the three.',
      text: 'The three leaders reaffirmed the partnership of {homeCountry}, {country}, and {secondCountry}.',
      joined: true,
    },
    { id: 'topics', purpose: 'What was talked about.', text: 'The leaders discussed {topics}.' },
    {
      id: 'point',
      purpose: 'What our side stressed.',
      text: '{principalShort} underscored {point}.',
      joined: true,
    },
    { id: 'agreed', purpose: 'What all three will do.', text: 'The three leaders agreed to {agreement}.' },
    { id: 'next', purpose: 'What comes next.', text: 'They look forward to {followUp}.', joined: true },
  ],
});
