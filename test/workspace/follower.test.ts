import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Readout, WHITE_HOUSE } from '../../server/src/core/index.ts';
import { type OpenBuffer, WorkspaceFollower } from '../../server/src/workspace/follower.ts';
import { MemoryHost, NAMES } from './memory-host.ts';
import { said } from './said.ts';
import { path, statement, TEXTS } from './texts.ts';

const content = fc.constantFrom(...TEXTS);
const event = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path, content }),
  fc.record({ kind: fc.constant('remove' as const), path: fc.oneof(path, fc.constant('/w/sub')) }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
  fc.record({ kind: fc.constant('open' as const), path, content }),
  fc.record({ kind: fc.constant('edit' as const), path, content }),
  fc.record({ kind: fc.constant('close' as const), path }),
  fc.record({ kind: fc.constant('wait' as const) }),
);

describe('the index', () => {
  it('equals one built afresh after any sequence of events', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const host = new MemoryHost();
        host.files.set('/w/a.md', TEXTS[0] ?? '');
        host.files.set('/w/sub/c.md', TEXTS[1] ?? '');
        const open = new Map<string, OpenBuffer>();
        const buffer = (at: string, written: string): OpenBuffer => {
          const readout = Readout.parse(written);
          const isOurs = readout.frontmatter !== undefined;
          return { uri: NAMES.uriOf(at), path: at, readout, isOurs, settings: WHITE_HOUSE };
        };
        const follower = new WorkspaceFollower(host, NAMES, (key) => open.get(key));
        const scanned = follower.scan(['/w']);
        for (const each of events) {
          switch (each.kind) {
            case 'write':
              host.files.set(each.path, each.content);
              void follower.changed(each.path);
              break;
            case 'remove':
              for (const file of [...host.files.keys()])
                if (file === each.path || file.startsWith(`${each.path}/`)) host.files.delete(file);
              follower.deleted(each.path);
              break;
            case 'rename': {
              const moved = host.files.get(each.path);
              if (moved === undefined) break;
              host.files.delete(each.path);
              host.files.set(each.to, moved);
              follower.deleted(each.path);
              void follower.changed(each.to);
              break;
            }
            case 'open':
            case 'edit':
              open.set(NAMES.uriOf(each.path), buffer(each.path, each.content));
              follower.touched(NAMES.uriOf(each.path));
              break;
            case 'close':
              open.delete(NAMES.uriOf(each.path));
              follower.touched(NAMES.uriOf(each.path));
              break;
            case 'wait':
              await host.pause();
          }
        }
        await scanned;
        await follower.settled();
        const fresh = new WorkspaceFollower(host, NAMES, (key) => open.get(key));
        await fresh.scan(['/w']);
        for (const uri of open.keys()) fresh.touched(uri);
        await fresh.settled();
        expect(said(follower.index)).toEqual(said(fresh.index));
      }),
      { numRuns: 150 },
    );
  });

  it('reads files in slices, says how far it is, and can be ended', async () => {
    const host = new MemoryHost();
    for (let i = 0; i < 100; i++) host.files.set(`/w/${String(i).padStart(3, '0')}.md`, TEXTS[i % 3] ?? '');
    const follower = new WorkspaceFollower(host, NAMES, () => undefined);
    const seen: number[] = [];
    await follower.scan(['/w'], (done, total) => {
      expect(total).toBe(100);
      seen.push(done);
      return true;
    });
    expect(follower.index.size).toBe(100);
    expect(seen.length).toBeGreaterThan(10);
    const ended = new WorkspaceFollower(host, NAMES, () => undefined);
    await ended.scan(['/w'], (done) => done < 20);
    expect(ended.index.size).toBeLessThan(60);
  });

  it('keeps no text of a document', async () => {
    const host = new MemoryHost();
    const name = 'Prime Minister Adele Strand';
    host.files.set(
      '/w/a.md',
      statement('A title that is long enough to be a slice', 'x', `${name} spoke. `.repeat(2000)),
    );
    const follower = new WorkspaceFollower(host, NAMES, () => undefined);
    await follower.scan(['/w']);
    const kept = JSON.stringify(
      follower.index.entries().map(([, document]) => {
        const { names } = follower.index.contentOf(document);
        return [names.map((each) => each.name), document.title, document.url, document.date];
      }),
    );
    expect(kept.length).toBeLessThan(400);
  });
});
