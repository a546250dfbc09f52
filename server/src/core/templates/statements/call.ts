import { defineTemplate } from '../template.ts';

/** A telephone call between two leaders. */
export const call = defineTemplate({
  id: 'call',
  title: 'Readout of a call',
  description: 'Two leaders spoke by telephone.',
  kind: 'readout',
  headline: 'Readout of {principal}’s Call with {counterpart} of {country}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who spoke with whom, and when.',
      text: '{principal} spoke {day} with {counterpart} of {country}.',
    },
    {
      id: 'topics',
      purpose: 'What was talked about.',
      text: 'The two leaders discussed {topics}.',
      joined: true,
    },
    { id: 'point', purpose: 'What our side stressed.', text: '{principalShort} underscored {point}.' },
    {
      id: 'thanks',
      purpose: 'What the other side is thanked for.',
      text: '{principalShort} thanked {counterpartShort} for {thanks}.',
      joined: true,
    },
    { id: 'agreed', purpose: 'What both will do.', text: 'The two leaders agreed to {agreement}.' },
    {
      id: 'next',
      purpose: 'What comes next.',
      text: 'They will remain in close contact on {followUp}.',
      joined: true,
    },
  ],
});
