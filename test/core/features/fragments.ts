import fc from 'fast-check';

/** Fragments that, strung together, reach most of what documents are made of. */
const fragment = fc.constantFrom(
  '---\n',
  "date: '2024-03-05'\n",
  'tags: [releases, remarks]\n',
  'title: "A Call"\n',
  'source_url: https://www.whitehouse.gov/x/\n',
  '\n',
  '\r\n',
  '\n\n',
  'President Noriega met Prime Minister Adele\nStrand of Norland. ',
  'The talks on fisheries quotas cost $12.5\nmillion. ',
  'Catches fell by 14%. “We shall not let one of them cross the median line,” he said.\n',
  'See https://norland.example/a_(b). ',
  '\\###\n',
  '# Heading\n',
  '## Deeper\n',
  '**Bold line**\n',
  '- item $5\n',
  '> quoted 7%\n',
  'THE PRESIDENT:  Good morning.\n',
  'Q    Why?\n',
  '<!-- a\ncomment -->\n',
  '```\n',
  '🙂',
  '\ufeff',
  '\ud83d',
  'word ',
);

/** Any document, odd ones included. */
export const documentText = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''));

/** An edit of a text, by fractions of its length. */
export const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  newText: fc.oneof(fragment, fc.constant('')),
});
