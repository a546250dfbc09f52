import { defineTemplate } from '../template.ts';

/** A summit, or a session with a group of countries. */
export const multilateralMeeting = defineTemplate({
  id: 'multilateral-meeting',
  title: 'Readout of a multilateral meeting',
  description: 'The principal met with the leaders of a group of countries, or took part in a summit.',
  kind: 'readout',
  headline: 'Readout of {principal}’s Participation in {event}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who took part in what, when and where.',
      text: '{principal} participated {day} in {event} in {place}, together with {participants}.',
    },
    { id: 'point', purpose: 'What our side stressed.', text: '{principalShort} highlighted {point}.' },
    {
      id: 'topics',
      purpose: 'What was talked about.',
      text: 'The leaders discussed {topics}.',
      joined: true,
    },
    {
      id: 'commitment',
      purpose: 'What the group stands for.',
      text: 'The leaders reaffirmed their commitment to the work of {group}.',
    },
    { id: 'agreed', purpose: 'What the group will do.', text: 'They agreed to {agreement}.', joined: true },
    { id: 'next', purpose: 'What comes next.', text: 'The leaders look forward to {followUp}.' },
  ],
});
