import { defineTemplate } from '../template.ts';

/** An election won, an office taken, an anniversary. */
export const congratulation = defineTemplate({
  id: 'congratulation',
  title: 'Congratulation',
  description: 'Somebody was elected, took office, or has reason to celebrate.',
  kind: 'statement',
  headline: 'Statement by {principal} Congratulating {counterpart} of {country}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who congratulates whom, on what.',
      text: '{principal} congratulates {counterpart} of {country} on {achievement}.',
    },
    {
      id: 'relationship',
      purpose: 'What binds the two countries.',
      text: '{homeCountry} and {country} share a long friendship.',
    },
    {
      id: 'next',
      purpose: 'What both will work on.',
      text: '{principalShort} looks forward to working with {counterpartShort} on {followUp}.',
      joined: true,
    },
  ],
});
