import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileBytes } from '../../server/src/cli/read-text.ts';
import { folder } from './harness.ts';

describe('FileBytes', () => {
  it('reads files of any length one after the other', () => {
    const root = folder({});
    const bytes = new FileBytes();
    for (const length of [0, 1, 65_535, 65_536, 65_537, 3_000_000, 5, 1_048_576, 70_000]) {
      const path = join(root, `${length}`);
      writeFileSync(path, Buffer.alloc(length, `${length}é`));
      expect(Buffer.compare(bytes.read(path), readFileSync(path)), `${length}`).toBe(0);
    }
  });

  it('throws what the file system says, and reads on', () => {
    const root = folder({ 'a.md': 'A' });
    const bytes = new FileBytes();
    expect(() => bytes.read(join(root, 'none.md'))).toThrow('ENOENT');
    expect(() => bytes.read(root)).toThrow('EISDIR');
    expect(Buffer.from(bytes.read(join(root, 'a.md'))).toString()).toBe('A');
  });
});
