import { defineTemplate } from '../template.ts';

/** Two governments speak with one voice. */
export const jointStatement = defineTemplate({
  id: 'joint-statement',
  title: 'Joint statement',
  description: 'Two governments publish the same text.',
  kind: 'statement',
  headline: 'Joint Statement by {principal} of {homeCountry} and {counterpart} of {country}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'Who met whom, when and where.',
      text: '{principal} of {homeCountry} and {counterpart} of {country} met {day} in {place}.',
    },
    {
      id: 'relationship',
      purpose: 'What binds the two.',
      text: 'They reaffirmed the lasting partnership between {homeCountry} and {country}.',
      joined: true,
    },
    {
      id: 'agreed',
      purpose: 'What both commit to; one paragraph each.',
      text: 'The two governments will {agreement}.',
    },
    {
      id: 'topics',
      purpose: 'What else was talked about.',
      text: 'The two leaders also discussed {topics}.',
    },
    {
      id: 'point',
      purpose: 'What both stress towards others.',
      text: 'Both leaders underscored {point}.',
      joined: true,
    },
    {
      id: 'next',
      purpose: 'What comes next.',
      text: '{homeCountry} and {country} look forward to {followUp}.',
    },
  ],
});
