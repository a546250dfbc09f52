import { defineTemplate } from '../template.ts';

/** Somebody has died. */
export const condolence = defineTemplate({
  id: 'condolence',
  title: 'Condolence',
  description: 'A public figure has died.',
  kind: 'statement',
  headline: 'Statement by {principal} on the Passing of {deceased}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [
    {
      id: 'lead',
      purpose: 'The news, and that it grieves.',
      text: '{principal} was deeply saddened to learn of the passing of {deceased}.',
    },
    {
      id: 'life',
      purpose: 'What the person is remembered for.',
      text: '{deceasedShort} {life}.',
      joined: true,
    },
    {
      id: 'condolences',
      purpose: 'To whom condolences go.',
      text: 'On behalf of the people of {homeCountry}, {principalShort} sends heartfelt condolences to {bereaved}.',
    },
  ],
});
