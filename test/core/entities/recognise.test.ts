import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../server/src/core/config/settings.ts';
import { WHITE_HOUSE } from '../../../server/src/core/config/white-house.ts';
import { Readout } from '../../../server/src/core/document/readout.ts';
import { entityWork, mentionsOf, recognise } from '../../../server/src/core/entities/recognise.ts';

const FRONT = "---\ndate: '2024-03-01'\ntitle: Readout of the President’s Call\n---\n\n";

const found = (readout: Readout, settings: Settings = WHITE_HOUSE): string[] =>
  mentionsOf(readout, settings).map(({ type, span, text }) => `${type} ${span.start} ${text}`);
const read = (body: string, settings?: Settings): string[] =>
  mentionsOf(Readout.parse(FRONT + body), settings ?? WHITE_HOUSE).map(({ type, text }) => `${type} ${text}`);

const PARAGRAPHS = [
  'President Tomas Arden spoke today with Prime Minister Adele Strand of Norway.',
  'Arden and Strand discussed the Port Arden Protocol and the work of the Orrin Bay Fisheries Commission (OBFC).',
  'OBFC will report in June 2024.',
  'The United States and Canada welcomed the $20 million grant.',
  '-   Dr. Lena Okoye-Marsh, Director, OBFC',
  'Strand thanked him.',
];

describe('recognition of a document', () => {
  it('lets a surname stand for the person introduced in full, wherever that is', () => {
    const mentions = read(
      'Brekkard thanked her.\n\nPrime Minister Tor Brekkard met with Minister Lena Okoye.',
    );
    expect(mentions).toContain('PERSON Brekkard');
    expect(mentions).toContain('PERSON Tor Brekkard');
  });

  it('lets the glossary settle what a name is', () => {
    const settings: Settings = {
      ...WHITE_HOUSE,
      glossary: { ...WHITE_HOUSE.glossary, instruments: [{ name: 'Quiet Harbour', acronym: 'QH' }] },
    };
    expect(read('They praised Quiet Harbour and QH.', settings)).toEqual([
      'INSTRUMENT Quiet Harbour',
      'INSTRUMENT QH',
    ]);
  });

  it('gives an acronym in brackets the type of the name before it', () => {
    expect(read('They signed the Northern Waters Safe Passage Agreement (NWSPA).')).toEqual([
      'INSTRUMENT Northern Waters Safe Passage Agreement',
      'INSTRUMENT NWSPA',
    ]);
  });

  it('keeps names and figures apart, the longer first', () => {
    expect(read('It rests on UN Security Council Resolution 2231 and $5 million.')).toEqual([
      'INSTRUMENT UN Security Council Resolution 2231',
      'MONEY $5 million',
    ]);
  });

  it('reads one block after an edit in one of two thousand', () => {
    const body = Array.from({ length: 2000 }, (_, i) => PARAGRAPHS[i % PARAGRAPHS.length]).join('\n\n');
    const before = Readout.parse(FRONT + body);
    recognise(before, WHITE_HOUSE);
    const at = before.text.indexOf('welcomed', before.length >> 1);
    const after = before.edit({ span: { start: at, end: at + 8 }, newText: 'praised' });
    const start = { ...entityWork };
    recognise(after, WHITE_HOUSE);
    expect(entityWork.blocksRead - start.blocksRead).toBe(1);
    expect(entityWork.blocksResolved - start.blocksResolved).toBeLessThanOrEqual(1);
  });

  it('does nothing for a version it has seen', () => {
    const readout = Readout.parse(FRONT + PARAGRAPHS.join('\n\n'));
    recognise(readout, WHITE_HOUSE);
    const start = { ...entityWork };
    expect(recognise(readout, WHITE_HOUSE)).toBe(recognise(readout, WHITE_HOUSE));
    expect(entityWork).toEqual(start);
  });

  it('after any edits finds what a fresh reading finds', () => {
    const paragraph = fc.constantFrom(...PARAGRAPHS);
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(60), paragraph), { maxLength: 4 }),
        (paragraphs, edits) => {
          let readout = Readout.parse(FRONT + paragraphs.join('\n\n'));
          found(readout);
          for (const [place, size, text] of edits) {
            const start = readout.bodyStart + (place % (readout.length - readout.bodyStart + 1));
            readout = readout.edit({ span: { start, end: start + size }, newText: text });
            expect(found(readout)).toEqual(found(Readout.parse(readout.text)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
