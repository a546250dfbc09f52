import { defineTemplate } from '../template.ts';

/** Two leaders in one room. */
export const bilateralMeeting = defineTemplate({
  id: 'bilateral-meeting',
  title: 'Readout of a bilateral meeting',
  description: 'Two leaders met in person.',
  kind: 'readout',
  headline: 'Readout of {principal}’s Meeting with {counterpart} of {country}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who met whom, when and where.',
      text: '{principal} met {day} with {counterpart} of {country} in {place}.',
    },
    {
      id: 'relationship',
      purpose: 'How the two countries stand to each other.',
      text: 'The two leaders reaffirmed the close ties between {homeCountry} and {country}.',
      joined: true,
    },
    { id: 'topics', purpose: 'What was talked about.', text: 'The two leaders discussed {topics}.' },
    {
      id: 'point',
      purpose: 'What our side stressed.',
      text: '{principalShort} underscored {point}.',
      joined: true,
    },
    {
      id: 'thanks',
      purpose: 'What the other side is thanked for.',
      text: '{principalShort} thanked {counterpartShort} for {thanks}.',
    },
    { id: 'agreed', purpose: 'What both will do.', text: 'The two leaders agreed to {agreement}.' },
    { id: 'next', purpose: 'What comes next.', text: 'They look forward to {followUp}.', joined: true },
  ],
});
