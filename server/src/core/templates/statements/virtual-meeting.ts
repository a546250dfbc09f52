import { defineTemplate } from '../template.ts';

/** A meeting by video. */
export const virtualMeeting = defineTemplate({
  id: 'virtual-meeting',
  title: 'Readout of a virtual meeting',
  description: 'Two leaders met by video.',
  kind: 'readout',
  headline: 'Readout of {principal}’s Virtual Meeting with {counterpart} of {country}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who met whom by video, and when.',
      text: '{principal} met virtually {day} with {counterpart} of {country}.',
    },
    { id: 'point', purpose: 'What our side stressed.', text: '{principalShort} underscored {point}.' },
    {
      id: 'topics',
      purpose: 'What was talked about.',
      text: 'The two leaders discussed {topics}.',
      joined: true,
    },
    { id: 'agreed', purpose: 'What both will do.', text: 'They agreed to {agreement}.' },
    {
      id: 'next',
      purpose: 'What comes next.',
      text: 'The two leaders look forward to {followUp}.',
      joined: true,
    },
  ],
});
