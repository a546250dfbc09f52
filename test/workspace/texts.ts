import fc from 'fast-check';

/** A readout with this address and body. */
export const statement = (title: string, url: string, body: string) =>
  `---\ndate: '2024-03-05'\nsource_url: https://x.example/${url}\ntitle: ${title}\n---\n\n${body}\n`;

/** Texts of files: readouts, and others. */
export const TEXTS = [
  statement(
    'Call',
    'a',
    'President Noriega spoke with Prime Minister Adele Strand of Norland about $5 million in relief.',
  ),
  statement('Meeting', 'b', 'President Noriega met King Halvard of Norland. Strand was there.'),
  statement('Call again', 'a', 'Prime Minister Adele Strand thanked President Noriega for 300 tents.'),
  '# Not ours\n\nPresident Noriega spoke.\n',
  '',
];

/** Where they may lie. */
export const path = fc.constantFrom('/w/a.md', '/w/b.md', '/w/sub/c.md', '/w/sub/d.md', '/elsewhere/e.md');
