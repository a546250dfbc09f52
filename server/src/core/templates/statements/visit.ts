import { defineTemplate } from '../template.ts';

/** A guest is announced. */
export const visit = defineTemplate({
  id: 'visit',
  title: 'Announcement of a visit',
  description: 'A leader from abroad will be received.',
  kind: 'announcement',
  headline: 'Statement on the Visit of {counterpart} of {country}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who will receive whom, where and when.',
      text: '{principal} will welcome {counterpart} of {country} {travelDays} in {place}.',
    },
    {
      id: 'relationship',
      purpose: 'What the visit stands for.',
      text: 'The visit will reaffirm the close ties between {homeCountry} and {country}.',
      joined: true,
    },
    {
      id: 'programme',
      purpose: 'What will be talked about.',
      text: 'The two leaders will discuss {topics}.',
    },
    {
      id: 'point',
      purpose: 'What our side wants from it.',
      text: '{principalShort} and {counterpartShort} will also {purpose}.',
      joined: true,
    },
  ],
});
