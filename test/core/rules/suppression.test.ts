import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  check,
  type Finding,
  Readout,
  suppressionFix,
  WHITE_HOUSE,
} from '../../../server/src/core/index.ts';

const HEAD = `---
date: '2023-11-17'
published_time: 2023-11-17 17:33:23-05:00
source_url: https://www.whitehouse.gov/statements-releases/2023/11/a-statement-on-trade/
tags: statements-releases
title: A Statement on Trade
---

`;
const LEAD = 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n';

function codes(body: string, head = HEAD, options = {}): string[] {
  return find(head + body, options).map(({ code }) => code);
}

function find(text: string, options = {}): Finding[] {
  return check({ readout: Readout.parse(text), path: undefined }, WHITE_HOUSE, options);
}

describe('suppressions', () => {
  const twice = `${LEAD}They met in the the hall.\n\n\\###\n`;

  it('the finding is there without one', () => {
    expect(codes(twice)).toEqual(['body/repeated-word']);
  });

  const works: readonly [string, string][] = [
    [
      'on its line',
      `${LEAD}They met in the the hall. <!-- readout-disable-line body/repeated-word -->\n\n\\###\n`,
    ],
    [
      'above its line',
      `${LEAD}<!-- readout-disable-next-line body/repeated-word -->\nThey met in the the hall.\n\n\\###\n`,
    ],
    [
      'above blank lines',
      `<!-- readout-disable-next-line body/repeated-word -->\n\nThey met in the the hall.\n\n\\###\n`,
    ],
    [
      'around',
      `<!-- readout-disable body/repeated-word -->\n\n${twice.replace('\\###', '<!-- readout-enable body/repeated-word -->\n\n\\###')}`,
    ],
    ['to the end', `<!-- readout-disable body/repeated-word -->\n\n${twice}`],
    [
      'several codes at once',
      `<!-- readout-disable body/repeated-word, body/placeholder -->\n\nThe the sum is TK.\n\n\\###\n`,
    ],
    ['a family', `<!-- readout-disable body/* -->\n\n${twice}`],
    ['everything', `<!-- readout-disable -->\n\n${twice}`],
    [
      'with a reason',
      `<!-- readout-disable body/repeated-word -- as delivered, see the the tape -->\n\n${twice}`,
    ],
  ];
  for (const [name, body] of works) {
    it(`silences: ${name}`, () => expect(codes(body)).toEqual([]));
  }

  it('stops where it is enabled again', () => {
    const body = `<!-- readout-disable body/repeated-word -->\n\nIn the the hall.\n\n<!-- readout-enable body/repeated-word -->\n\nIn the the garden.\n\n\\###\n`;
    expect(codes(body)).toEqual(['body/repeated-word']);
  });

  it('silences nothing on other lines, and says so', () => {
    const body = `${LEAD}<!-- readout-disable-line body/repeated-word -->\nThey met in the the hall.\n\n\\###\n`;
    expect(codes(body)).toEqual(['readout/unused-suppression', 'body/repeated-word']);
  });

  it('is not read between backticks or in code', () => {
    const body =
      'Write `<!-- readout-disable -->` in the the text.\n\n```\n<!-- readout-disable -->\n```\n\n\\###\n';
    expect(codes(body)).toEqual(['body/repeated-word']);
  });

  it('works in the frontmatter, and not within a quoted value', () => {
    const http = HEAD.replace('https:', 'http:');
    expect(codes(`${LEAD}\n\\###\n`, http)).toEqual(['url/scheme']);
    const silenced = http.replace(/(source_url: \S+)/, '$1 # readout-disable-line url/scheme');
    expect(codes(`${LEAD}\n\\###\n`, silenced)).toEqual([]);
    const whole = http.replace('---\n', '---\n# readout-disable url/scheme\n');
    expect(codes(`${LEAD}\n\\###\n`, whole)).toEqual([]);
    const quoted = HEAD.replace(/title: (.*)/, 'title: "$1 # readout-disable-line body/empty"');
    expect(codes(`${LEAD}\n\\###\n`, quoted)).not.toContain('readout/unused-suppression');
  });

  it('names what is unknown, with the code that was meant', () => {
    const [finding] = find(
      `${HEAD}${LEAD}They met in the the hall. <!-- readout-disable-line body/repeated-wrod, body/repeated-word -->\n\n\\###\n`,
    );
    expect(finding?.code).toBe('readout/unused-suppression');
    expect(finding?.message).toContain('“body/repeated-word”');
    expect(finding?.fixes?.()[0]?.edits[0]?.newText).toBe('body/repeated-word');
  });

  it('takes a useless code out of a list, or the whole comment with its line', () => {
    const text = `${HEAD}They met in the the hall. <!-- readout-disable-line body/repeated-word, body/placeholder -->\n\n\\###\n`;
    const fix = find(text)[0]?.fixes?.()[0];
    expect(applyEdits(text, fix?.edits ?? []).text).toContain(
      '<!-- readout-disable-line body/repeated-word -->',
    );
    const alone = `${HEAD}<!-- readout-disable-next-line body/placeholder -->\n${LEAD}\n\\###\n`;
    const removal = find(alone)[0]?.fixes?.()[0];
    expect(applyEdits(alone, removal?.edits ?? []).text).toBe(`${HEAD}${LEAD}\n\\###\n`);
  });

  it('judges markdownlint’s codes only where markdownlint was asked', () => {
    const body = `${LEAD}<!-- readout-disable-line markdownlint/MD013 -->\n\n\\###\n`;
    expect(codes(body)).toEqual([]);
    expect(codes(body, HEAD, { markdownlint: [] })).toEqual(['readout/unused-suppression']);
    const line = (HEAD + body).indexOf('<!--');
    const foreign: Finding = {
      code: 'markdownlint/MD013',
      severity: 'warning',
      span: { start: line, end: line + 1 },
      message: 'Too long.',
    };
    expect(codes(body, HEAD, { markdownlint: [foreign] })).toEqual([]);
  });

  it('can be silenced itself, by name', () => {
    const body = `<!-- readout-disable readout/unused-suppression -->\n\n${LEAD}<!-- readout-disable-line body/placeholder -->\n\n\\###\n`;
    expect(codes(body)).toEqual([]);
  });
});

describe('fixes that write a suppression', () => {
  const mistakes: readonly string[] = [
    'They met in the the hall.\n\n\\###\n',
    `${LEAD}They met in the the hall,\nand in the garden.\n\n\\###\n`,
    '- First, the the hall.\n- Second.\n\n\\###\n',
    'The sum is TK.  \nNo more.\n\n\\###\n',
    '| a | b |\n| - | - |\n| TK | 2 |\n\n\\###\n',
    'He said, “We stand with Norland.\n\nThe end.\n\n\\###\n',
    'The the sum is TK.\n\n\\###\n',
    'Thank you.\n',
    '## The the garden\n\n\\###\n',
  ];

  for (const lineBreak of ['\n', '\r\n']) {
    for (const body of mistakes) {
      it(`silence what they say they do: ${JSON.stringify(body.slice(0, 40))} with ${JSON.stringify(lineBreak)}`, () => {
        const text = (HEAD + body).replaceAll('\n', lineBreak);
        const before = find(text);
        expect(before.length).toBeGreaterThan(0);
        for (const finding of before) {
          const fixes = suppressionFix({ readout: Readout.parse(text), path: undefined }, finding);
          expect(fixes.length).toBeGreaterThan(0);
          for (const fix of fixes) {
            expect(fix.safe).toBe(false);
            const after = find(applyEdits(text, fix.edits).text);
            const of = (found: readonly Finding[]) =>
              found.filter(({ code }) => code === finding.code).length;
            expect(of(after)).toBeLessThan(of(before));
            expect(after.map(({ code }) => code)).not.toContain('readout/unused-suppression');
          }
        }
      });
    }
  }

  it('add to a suppression that is there', () => {
    const text = `${HEAD}The the sum is TK. <!-- readout-disable-line body/placeholder -->\n\n\\###\n`;
    const finding = find(text).find(({ code }) => code === 'body/repeated-word') as Finding;
    const [fix] = suppressionFix({ readout: Readout.parse(text), path: undefined }, finding);
    expect(applyEdits(text, fix?.edits ?? []).text).toContain('body/placeholder, body/repeated-word -->');
  });

  it('in the frontmatter stand behind the value', () => {
    const text = `${HEAD.replace('https:', 'http:')}${LEAD}\n\\###\n`;
    const finding = find(text).find(({ code }) => code === 'url/scheme') as Finding;
    for (const fix of suppressionFix({ readout: Readout.parse(text), path: undefined }, finding)) {
      expect(find(applyEdits(text, fix.edits).text)).toEqual([]);
    }
  });

  it('never fail, whatever the text', () => {
    const piece = fc.constantFrom(
      '<!-- readout-disable',
      ' body/repeated-word',
      ' -->',
      '\n',
      '\r\n',
      'the the ',
      'TK ',
      '# readout-enable',
      '---\n',
      'title: x\n',
      '“',
      '|',
      '`',
      '\\###',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const finding of find(text)) {
          expect(finding.code).not.toBe('readout/internal');
          for (const fix of suppressionFix({ readout: Readout.parse(text), path: undefined }, finding)) {
            for (const { span } of fix.edits) expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
    );
  });
});
