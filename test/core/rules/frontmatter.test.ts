import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRONTMATTER_SEEDS } from '../../../scripts/seeds/frontmatter.ts';
import type { SeedDocument } from '../../../scripts/seeds/seed.ts';
import { fixAll } from '../../../server/src/core/features/fix-all.ts';
import { check, type Finding, Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';
import { applyEdits } from '../../../server/src/core/text/span.ts';

const SLUG = 'readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland';
const BODY = '\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n';

/** Documents in the forms that the archive has: both path shapes, every style of title, both orders of keys. */
const DOCUMENTS: readonly SeedDocument[] = [
  {
    fileName: `2023-11-17-${SLUG}.md`,
    text: `---\ndate: '2023-11-17'\nmodified_time: 2023-11-17 17:33:24-05:00\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/${SLUG}/\ntags: statements-releases\ntitle: "Readout of President\\_Noriega\\u2019s Call with Prime Minister\\\n  \\ Adele Strand of\\_Norland"\n---\n${BODY}`,
  },
  {
    fileName: `2025-07-04-${SLUG}.md`,
    text: `---\ndate: '2025-07-04'\npublished_time: 2025-07-04 09:05:00-04:00\nsource_url: https://www.whitehouse.gov/briefings-statements/2025/07/${SLUG}/\ntags: briefings-statements\ntitle: 'Norland: Readout of President Noriega Call with Prime Minister Adele Strand'\n---\n${BODY}`,
  },
  {
    fileName: `2021-03-09-${SLUG}.md`,
    text: `---\ntags: statements-releases\ndate: '2021-03-09'\nmodified_time: 2021-03-10 07:00:00-05:00\nsource_url: https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2021/03/09/${SLUG}/\npublished_time: 2021-03-09 23:59:00-05:00\ntitle: Readout of President Noriega Call with Prime Minister Adele Strand of\n  Norland\n---\n${BODY}`,
  },
];

function findings(text: string, fileName: string, mustBeReadout = false): Finding[] {
  return check({ readout: Readout.parse(text), path: `/statements/${fileName}` }, WHITE_HOUSE, {
    mustBeReadout,
  });
}

const firstDifference = (before: string, after: string) => {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  return after.slice(0, at).split('\n').length - 1;
};

describe('published forms', () => {
  for (const { text, fileName } of DOCUMENTS) {
    it(`have nothing wrong: ${fileName.slice(0, 10)}`, () => {
      expect(findings(text, fileName)).toEqual([]);
    });
    it(`have nothing wrong with other line breaks, and behind a byte order mark: ${fileName.slice(0, 10)}`, () => {
      const codes = (changed: string) => findings(changed, fileName).map(({ code }) => code);
      expect(codes(text.replaceAll('\n', '\r\n'))).toEqual([]);
      expect(codes(`\ufeff${text}`)).toEqual([]);
    });
  }
});

describe('one mistake', () => {
  for (const seed of FRONTMATTER_SEEDS) {
    const cases = DOCUMENTS.flatMap((document) => {
      const seeded = seed.seed(document, () => 0.37);
      return seeded ? [{ document, seeded }] : [];
    });
    it.skipIf(cases.length === 0)(`${seed.code}: ${seed.name}`, async () => {
      for (const { document, seeded } of cases) {
        const fileName = seeded.fileName ?? document.fileName;
        const found = findings(seeded.text, fileName, seeded.mustBeReadout);
        const readout = Readout.parse(seeded.text);
        const lines = seeded.lines ?? [firstDifference(document.text, seeded.text)];
        const there = found.filter(
          ({ code, span }) => code === seed.code && lines.includes(readout.positionAt(span.start).line),
        );
        expect(there.length, `found in ${seeded.text}`).toBeGreaterThan(0);
        expect(found.filter(({ code, severity }) => severity === 'error' && code !== seed.code)).toEqual([]);
        const fixed = await fixAll(readout, async (version) =>
          check({ readout: version, path: `/statements/${fileName}` }, WHITE_HOUSE, {
            mustBeReadout: seeded.mustBeReadout ?? false,
          }),
        );
        const before = found.filter(({ severity }) => severity === 'error').length;
        expect(fixed.findings.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(
          before,
        );
        if (!seed.restores) continue;
        if (seeded.fileName !== undefined) expect(fixed.renameTo).toBe(document.fileName);
        else expect(fixed.readout.text).toBe(document.text);
      }
    });
  }
});

/** Documents with one to three mistakes of any kind, and broken in no way a person would choose. */
const mangled = fc
  .tuple(
    fc.constantFrom(...DOCUMENTS),
    fc.array(
      fc.tuple(fc.constantFrom(...FRONTMATTER_SEEDS), fc.double({ min: 0, max: 0.999, noNaN: true })),
      {
        maxLength: 3,
      },
    ),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(12),
        fc.constantFrom(
          '',
          ':',
          "'",
          '"',
          '\n',
          '\t',
          '- ',
          '[',
          '#',
          '&a',
          '*a',
          '\u0000',
          '\ud800',
          '---\n',
          '%',
        ),
      ),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([document, seeds, cuts]) => {
    let { text } = document;
    let { fileName } = document;
    for (const [seed, number] of seeds) {
      const seeded = seed.seed({ text, fileName }, () => number);
      text = seeded?.text ?? text;
      fileName = seeded?.fileName ?? fileName;
    }
    const length = Math.max(1, text.indexOf('\n---\n', 4));
    for (const [place, size, put] of cuts) {
      const at = Math.floor(place * length);
      text = text.slice(0, at) + put + text.slice(at + size);
    }
    return { text, fileName };
  })
  // A second seed on a date that the first one broke may write “NaN” itself; messages quote what they find.
  .filter(({ text, fileName }) => !/undefined|NaN|\[object/.test(text + fileName));

describe('any frontmatter', () => {
  it('is checked without a failure, every finding within the file', () => {
    fc.assert(
      fc.property(mangled, fc.boolean(), ({ text, fileName }, must) => {
        for (const { code, span, message, fixes } of findings(text, fileName, must)) {
          expect(code).not.toBe('readout/internal');
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
          expect(message).not.toMatch(/undefined|NaN|\[object/);
          for (const { edits, title } of fixes?.() ?? []) {
            expect(title).not.toMatch(/undefined|NaN|\[object/);
            for (const edit of edits)
              expect(edit.span.end <= text.length && edit.span.start <= edit.span.end).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('has its finding gone once a fix is applied', () => {
    fc.assert(
      fc.property(mangled, ({ text, fileName }) => {
        for (const finding of findings(text, fileName)) {
          for (const fix of finding.fixes?.() ?? []) {
            const edited = applyEdits(text, fix.edits).text;
            const left = findings(edited, fix.renameTo ?? fileName);
            const same = left.filter(
              ({ code, message, span }) =>
                code === finding.code && message === finding.message && span.start === finding.span.start,
            );
            expect(same, `${finding.code}: ${fix.title}\n${text}`).toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the other fields as they are when a safe fix is applied', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENTS), fc.constantFrom(...FRONTMATTER_SEEDS), (document, seed) => {
        const seeded = seed.seed(document, () => 0.61);
        if (!seeded) return;
        const values = (text: string) =>
          new Map(Readout.parse(text).frontmatter?.fields.map(({ key, value }) => [key, value.data]));
        const before = values(document.text);
        for (const finding of findings(seeded.text, seeded.fileName ?? document.fileName)) {
          for (const fix of finding.fixes?.().filter(({ safe }) => safe) ?? []) {
            const after = values(applyEdits(seeded.text, fix.edits).text);
            const changed = [...before].filter(
              ([key, value]) => JSON.stringify(after.get(key)) !== JSON.stringify(value),
            );
            expect(changed.length, `${fix.title}\n${seeded.text}`).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('comes to rest when all safe fixes are applied, with no more errors than before', async () => {
    await fc.assert(
      fc.asyncProperty(mangled, async ({ text, fileName }) => {
        const check1 = async (version: Readout) =>
          check({ readout: version, path: `/statements/${fileName}` }, WHITE_HOUSE);
        const errors = (list: readonly Finding[]) =>
          list.filter(({ severity }) => severity === 'error').length;
        const once = await fixAll(Readout.parse(text), check1);
        expect(errors(once.findings)).toBeLessThanOrEqual(errors(findings(text, fileName)));
        const twice = await fixAll(once.readout, check1);
        expect(twice.readout.text).toBe(once.readout.text);
      }),
      { numRuns: 150 },
    );
  });
});
