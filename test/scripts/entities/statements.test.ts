import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStatementSources, readStatements } from '../../../scripts/entities/statements.ts';

const TYPES = new Set([
  'PERSON',
  'PLACE',
  'ORG',
  'NORP',
  'INSTRUMENT',
  'EVENT',
  'DATE',
  'MONEY',
  'PERCENT',
  'NUMBER',
]);

const documents = readStatements();

describe('the marked statements', () => {
  it('are read, one document for each source', () => {
    const sources = readStatementSources();
    expect(sources.length).toBeGreaterThan(0);
    expect(documents.map(({ file }) => file)).toEqual(sources.map(({ file }) => `statements/${file}`));
  });

  it.each(documents.map((document) => [document.file, document] as const))(
    '%s: every mark is closed, of a known type, not empty, in the body, apart from the others and within one block',
    (_, { text, bodyStart, spans, blocks }) => {
      expect(text).not.toMatch(/\[\[|\]\]|\|/);
      expect(spans.length).toBeGreaterThan(0);
      let end = bodyStart;
      for (const span of spans) {
        const name = text.slice(span.start, span.end);
        expect(TYPES, name).toContain(span.type);
        expect(name).not.toBe('');
        expect(name.trim()).toBe(name);
        expect(span.start, name).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
      expect(blocks.flatMap((block) => block.spans)).toHaveLength(spans.length);
    },
  );
});

describe('readStatements', () => {
  it('takes the marks out and counts offsets from the start of the file, frontmatter included', () => {
    const folder = mkdtempSync(join(tmpdir(), 'statements-'));
    try {
      writeFileSync(join(folder, 'README.md'), 'Not a statement of [[PLACE|Norland]].');
      writeFileSync(
        join(folder, 'norland.md'),
        '---\ntitle: A call\n---\nPrime Minister [[PERSON|Adele Strand]] of [[PLACE|Norland]] called.\n',
      );
      const [document, ...others] = readStatements(folder);
      expect(others).toEqual([]);
      expect(document?.file).toBe('statements/norland.md');
      expect(document?.text).toBe(
        '---\ntitle: A call\n---\nPrime Minister Adele Strand of Norland called.\n',
      );
      expect(document?.spans.map(({ start, end, type }) => [document.text.slice(start, end), type])).toEqual([
        ['Adele Strand', 'PERSON'],
        ['Norland', 'PLACE'],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
