import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, type Finding, Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';

/** Pieces that bring every rule on the text to speak, alone and across blocks. */
const piece = fc.constantFrom(
  'President Noriega met the the Prime Minister today.\n',
  'They met on Monday, November 17, 2026, and on June 31, 2026.\n',
  '“We agreed to stay in touch.\n',
  'They said: “We will meet again.”\n',
  'A note (never closed stands here.\n',
  'An aside) that was never opened.\n',
  'The call will take place on TBD in [CITY].\n',
  'Ilse Brandt of Osterland spoke. Ilse Brand answered. Chancellor Brandt agreed.\n',
  '\n',
  '\r\n',
  '- an item with an an article\n',
  '> a quotation “within\n',
  '```\nthe the\n```\n',
  '<!-- readout-disable-next-line body/repeated-word -->\n',
  '\\###\n',
  'Text behind the mark.\n',
  '🙂 \ud83d ',
);
const body = fc.array(piece, { maxLength: 14 }).map((pieces) => `Lead.\n\n${pieces.join('')}`);

/** What frontmatter has a say in by its date, tag or title, and what is said of the frontmatter itself. */
const NOT_OF_THE_TEXT =
  /^(?:frontmatter|file|url|tag|title|readout|release|corpus|date\/weekday|date\/impossible|body\/end-mark|body\/empty)/;

const ofTheText = (text: string, shift: number) =>
  check({ readout: Readout.parse(text), path: undefined }, WHITE_HOUSE, { mustBeReadout: true })
    .filter(({ code }) => !NOT_OF_THE_TEXT.test(code))
    .map(({ code, message, span, severity, fixes }: Finding) => ({
      code,
      message,
      severity,
      start: span.start - shift,
      end: span.end - shift,
      fixes: fixes?.().map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({
          newText: edit.newText,
          start: edit.span.start - shift,
          end: edit.span.end - shift,
        })),
      })),
    }));

describe('one coordinate space', () => {
  it('findings on the text neither move nor change when valid frontmatter is put in front', () => {
    const head = fc.constantFrom(
      "---\ndate: '2026-11-17'\ntags: statements-releases\n---\n",
      '---\ndate: \'2026-11-17\'\npublished_time: 2026-11-17 10:00:00-05:00\nsource_url: https://www.whitehouse.gov/releases/2026/11/a-note/\ntags: releases\ntitle: "A \\\n  --- note"\n---\n\n',
      '\ufeff---\r\ndate: 2026-11-17\r\ntags: releases\r\n...\r\n',
    );
    fc.assert(
      fc.property(head, body, (front, text) => {
        expect(ofTheText(front + text, front.length)).toEqual(ofTheText(text, 0));
      }),
      { numRuns: 400 },
    );
  });

  it('the pieces do bring rules to speak', () => {
    const codes = new Set(
      ofTheText(`Lead.\n\n${'They met the the day before (and “never again.\n\n[CITY]\n'}`, 0).map(
        ({ code }) => code,
      ),
    );
    expect([...codes]).toEqual(
      expect.arrayContaining([
        'body/placeholder',
        'body/repeated-word',
        'body/unbalanced-brackets',
        'body/unbalanced-quotes',
      ]),
    );
  });

  it('any edits end in the findings of a fresh open', () => {
    const front =
      "---\ndate: '2026-11-17'\ntags: statements-releases\ntitle: A Call with Chancellor Brandt\n---\n\n";
    const edits = fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(30),
        fc.oneof(piece, fc.constantFrom('', 'x', '---\n')),
      ),
      { minLength: 1, maxLength: 5 },
    );
    const all = (readout: Readout) =>
      check({ readout, path: undefined }, WHITE_HOUSE).map(({ code, message, span }) => ({
        code,
        message,
        span,
      }));
    fc.assert(
      fc.property(body, edits, (text, changes) => {
        let plain = front + text;
        let readout = Readout.parse(plain);
        all(readout);
        for (const [place, length, newText] of changes) {
          const start = Math.floor(place * plain.length);
          const end = Math.min(plain.length, start + length);
          readout = readout.edit({ span: { start, end }, newText });
          plain = plain.slice(0, start) + newText + plain.slice(end);
          expect(all(readout)).toEqual(all(Readout.parse(plain)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
