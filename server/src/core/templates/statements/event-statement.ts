import { defineTemplate } from '../template.ts';

/** Something has happened that calls for a word. */
export const eventStatement = defineTemplate({
  id: 'event-statement',
  title: 'Statement on an event',
  description: 'Something has happened: a disaster, a vote, a verdict, an anniversary.',
  kind: 'statement',
  headline: 'Statement by {principal} on {subject}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'What happened, and how it is followed.',
      text: '{principal} is following closely {whatHappened}.',
    },
    {
      id: 'point',
      purpose: 'Where our side stands.',
      text: '{homeCountry} stands with {affected}.',
      joined: true,
    },
    {
      id: 'response',
      purpose: 'What our side does.',
      text: 'At the direction of {principalShort}, {homeCountry} will {response}.',
    },
    {
      id: 'next',
      purpose: 'What comes next.',
      text: 'The government will continue to report on {followUp}.',
    },
  ],
});
