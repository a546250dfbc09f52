import type { Block } from '../../document/block.ts';
import { gather } from '../../document/chunk.ts';
import { defineRule, type Problem } from '../rule.ts';

/** U+FFFD, which programs put where bytes made no sense to them. */
const LOST = '\ufffd';

const lostIn = gather((block: Block) => (block.text.includes(LOST) ? placesIn(block.text) : undefined));

function placesIn(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(LOST); at >= 0; at = text.indexOf(LOST, at + 1)) places.push(at);
  return places;
}

/** Characters that were lost because the file is not UTF-8, or once was not. The command line also sees the bytes. */
export const encoding = defineRule({
  code: 'file/encoding',
  scope: 'document',
  severity: 'error',
  title: 'Characters were lost: the file is not, or was not, read as UTF-8.',
  why: 'A text saved in another encoding loses every accent and curly quote on its way to the site: a president’s name goes out with a black diamond in it.',
  bad: [
    {
      title: 'An accent that did not survive a copy.',
      body: 'President Noriega spoke today with Foreign Minister Zo⟦\ufffd⟧ Lindqvist of Norland.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'Accents as they should be.',
      body: 'President Noriega spoke today with Foreign Minister Zoé Lindqvist of Norland.\n\n\\###\n',
    },
  ],
  calibration: 'Never on the archive (10,067 documents).',
  *check({ readout }): Iterable<Problem> {
    const places = [...placesIn(readout.head)];
    for (const { start, fact } of readout.gathered(lostIn)) for (const at of fact) places.push(start + at);
    const [first] = places;
    if (first === undefined) return;
    const more = places.length > 1 ? ` (and at ${places.length - 1} more places)` : '';
    yield {
      span: { start: first, end: first + 1 },
      message: `A character was lost here${more}: U+FFFD stands where a program could not read the file. Type the right character, and save the file with the encoding UTF-8.`,
    };
  },
});
