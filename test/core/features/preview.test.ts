import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../../server/src/core/features/preview.ts';
import { Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';

const TEXT = `---
date: 2024-03-05
title: Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland
status: draft
embargo_until: 2024-03-05 18:30:00-05:00
---

President Luis Noriega spoke today with Prime Minister Adele Strand of Norland. They agreed on $5 million.

Prime Minister Strand thanked him on January 10, 2024.

\\###
`;

const preview = (text: string) => previewOf(Readout.parse(text), WHITE_HOUSE);

describe('preview', () => {
  it('has the head of a press release', () => {
    expect(preview(TEXT)).toMatchObject({
      title: 'Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland',
      date: 'Tuesday, March 5, 2024',
      notices: ['Draft', 'Embargoed until March 5, 2024, 18:30 (UTC−05:00)'],
      participants: [
        { name: 'Luis Noriega', detail: 'President' },
        { name: 'Adele Strand', detail: 'Prime Minister, Norland' },
      ],
      attendees: [],
    });
  });

  it('knows where frontmatter and end mark are', () => {
    const { head, endMark } = preview(TEXT);
    expect(TEXT.slice(head.start, head.end)).toMatch(/^---\ndate[\s\S]*\n---\n$/);
    expect(endMark && TEXT.slice(endMark.span.start, endMark.span.end)).toBe('\\###');
    expect(endMark?.text).toBe('###');
  });

  it('says of each name who is meant, and of each figure and date which', () => {
    const marks = preview(TEXT).marks.map(({ span, label }) => [TEXT.slice(span.start, span.end), label]);
    expect(marks).toContainEqual(['Adele Strand', 'Person: Adele Strand']);
    expect(marks).toContainEqual(['Strand', 'Person: Adele Strand']);
    expect(marks).toContainEqual(['Norland', 'Place: Norland']);
    expect(marks).toContainEqual(['$5 million', 'Amount of money: 5000000 USD']);
    expect(marks).toContainEqual(['today', 'Date: Tuesday, March 5, 2024 (2024-03-05)']);
    expect(marks).toContainEqual(['January 10, 2024', 'Date: Wednesday, January 10, 2024 (2024-01-10)']);
  });

  it('shows what cannot be read as it is written', () => {
    const broken = TEXT.replace('2024-03-05\n', 'Tuesday\n').replace('2024-03-05 18:30:00-05:00', 'six');
    expect(preview(broken)).toMatchObject({ date: 'Tuesday', notices: ['Draft', 'Embargoed until six'] });
    expect(preview('Nothing.\n')).toMatchObject({
      title: '',
      date: '',
      notices: [],
      participants: [],
      head: { start: 0, end: 0 },
      endMark: undefined,
    });
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...TEXT.split(/(?=[\n ])/)),
            fc.constantFrom('---\n', '\r\n', '\ud800', '\ufeff', '\\###\n', '[x](y)', '`'),
            fc.string(),
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          const text = parts.join('');
          const { marks, head, endMark } = preview(text);
          let end = head.end;
          for (const { span } of marks) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
          expect(endMark?.span.end ?? 0).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
