import { defineTemplate } from '../template.ts';

/** Advisers, ministers or envoys, below the level of leaders. */
export const officialsMeeting = defineTemplate({
  id: 'officials-meeting',
  title: 'Readout of a meeting of officials',
  description: 'Advisers, ministers or envoys met.',
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
      id: 'topics',
      purpose: 'What was talked about.',
      text: 'The two sides discussed {topics}.',
      joined: true,
    },
    {
      id: 'relationship',
      purpose: 'How the two countries stand to each other.',
      text: 'They reaffirmed the partnership between {homeCountry} and {country}.',
      joined: true,
    },
    { id: 'point', purpose: 'What our side stressed.', text: '{principalShort} underscored {point}.' },
    {
      id: 'thanks',
      purpose: 'What the other side is thanked for.',
      text: '{principalShort} thanked {counterpartShort} for {thanks}.',
      joined: true,
    },
    {
      id: 'agreed',
      purpose: 'What both sides will do.',
      text: 'The two sides agreed to {agreement}.',
      joined: true,
    },
  ],
});
