import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../server/src/host/host.ts';
import { type FollowerOptions, WorkspaceFollower } from '../../server/src/workspace/follower.ts';
import { IndexKeeper } from '../../server/src/workspace/index-keeper.ts';
import { MemoryHost, NAMES } from './memory-host.ts';
import { said } from './said.ts';
import { path, statement, TEXTS } from './texts.ts';

/** Keeps bytes in memory. */
class MemoryStorage implements Storage {
  bytes: Uint8Array | undefined;
  problem: string | undefined;
  writes = 0;

  async read() {
    return this.bytes;
  }

  async write(content: AsyncIterable<Uint8Array>) {
    this.writes++;
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    if (this.problem === undefined) this.bytes = Buffer.concat(pieces);
    return this.problem;
  }
}

function keeping(host: MemoryHost, storage: Storage, engine = 'one', problems: string[] = []) {
  const keeper = new IndexKeeper(
    host,
    storage,
    () => engine,
    (problem) => problems.push(problem),
    1,
  );
  const follower = new WorkspaceFollower(host, NAMES, () => undefined, { keeper } satisfies FollowerOptions);
  return { keeper, follower };
}

async function fresh(host: MemoryHost) {
  const follower = new WorkspaceFollower(host, NAMES, () => undefined);
  await follower.scan(['/w']);
  return said(follower.index);
}

/** A disk with this many readouts, and their index as one session leaves it. */
async function session(count: number) {
  const host = new MemoryHost();
  for (let i = 0; i < count; i++) host.files.set(`/w/${i}.md`, TEXTS[i % TEXTS.length] ?? '');
  const storage = new MemoryStorage();
  const { follower, keeper } = keeping(host, storage);
  await follower.scan(['/w']);
  await keeper.settled();
  return { host, storage };
}

describe('a stored index', () => {
  it('is taken over without summarising anything again', async () => {
    const { host, storage } = await session(100);
    const { follower, keeper } = keeping(host, storage);
    await follower.scan(['/w']);
    await keeper.settled();
    expect(follower.summarised).toBe(0);
    expect(said(follower.index)).toEqual(await fresh(host));
    expect(storage.writes).toBe(1);
  });

  it('gives way to every file whose content is another, whatever its length', async () => {
    const { host, storage } = await session(20);
    const before = host.files.get('/w/0.md') ?? '';
    const after = before.replace('Strand', 'Strond');
    expect(after.length).toBe(before.length);
    host.files.set('/w/0.md', after);
    const { follower } = keeping(host, storage);
    await follower.scan(['/w']);
    expect(follower.summarised).toBe(1);
    expect(said(follower.index)).toEqual(await fresh(host));
  });

  it('of another engine is left alone, and written anew', async () => {
    const { host, storage } = await session(20);
    const { follower, keeper } = keeping(host, storage, 'two');
    await follower.scan(['/w']);
    await keeper.settled();
    expect(follower.summarised).toBe(20);
    expect(storage.writes).toBe(2);
    const again = keeping(host, storage, 'two');
    await again.follower.scan(['/w']);
    expect(again.follower.summarised).toBe(0);
  });

  it('that cannot be written is told of once, and reading goes on', async () => {
    const { host, storage } = await session(0);
    storage.problem = 'The disk is full.';
    for (let i = 0; i < 5; i++) host.files.set(`/w/${i}.md`, TEXTS[0] ?? '');
    const problems: string[] = [];
    const { follower, keeper } = keeping(host, storage, 'one', problems);
    for (let i = 0; i < 3; i++) {
      host.files.set('/w/0.md', statement('Call', `${i}`, `President Noriega called ${i} times.`));
      await follower.scan(['/w']);
      await keeper.settled();
    }
    expect(problems).toEqual(['The disk is full.']);
    expect(said(follower.index)).toEqual(await fresh(host));
  });

  it('never changes what is found, damaged, cut short or out of date as it may be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ path, content: fc.constantFrom(...TEXTS) }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.record({ path, content: fc.option(fc.constantFrom(...TEXTS)) }), { maxLength: 4 }),
        fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), {
          maxLength: 4,
        }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        async (files, changes, damage, cut) => {
          const host = new MemoryHost();
          for (const { path: at, content } of files) host.files.set(at, content);
          const storage = new MemoryStorage();
          const first = keeping(host, storage);
          await first.follower.scan(['/w']);
          await first.keeper.settled();
          let { bytes } = storage;
          if (bytes) {
            bytes = Uint8Array.from(bytes);
            for (const { at, byte } of damage) bytes[Math.floor(at * (bytes.length - 1))] = byte;
            if (cut !== null) bytes = bytes.slice(0, Math.floor(cut * bytes.length));
            storage.bytes = bytes;
          }
          for (const { path: at, content } of changes) {
            if (content === null) host.files.delete(at);
            else host.files.set(at, content);
          }
          const second = keeping(host, storage);
          const scanned = second.follower.scan(['/w']);
          // Something happens in the middle of it.
          host.files.set('/w/late.md', TEXTS[1] ?? '');
          void second.follower.changed('/w/late.md');
          await scanned;
          await second.follower.settled();
          expect(said(second.follower.index)).toEqual(await fresh(host));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is written while documents come and go', async () => {
    const { host, storage } = await session(0);
    for (let i = 0; i < 300; i++)
      host.files.set(
        `/w/${i}.md`,
        statement(`Call ${i}`, `${i}`, `President Noriega met Minister Karl Osk${i}.`),
      );
    const { follower, keeper } = keeping(host, storage);
    await follower.scan(['/w']);
    // The writing has begun; each of these lets go of strings and takes new ones in their place.
    for (let i = 0; i < 300; i += 2) {
      host.files.delete(`/w/${i}.md`);
      follower.deleted(`/w/${i}.md`);
      host.files.set(`/w/new${i}.md`, statement(`Visit ${i}`, `n${i}`, `Minister Ida Holm${i} came.`));
      void follower.changed(`/w/new${i}.md`);
      await host.pause();
    }
    await follower.settled();
    await keeper.settled();
    const again = keeping(host, storage);
    await again.follower.scan(['/w']);
    expect(again.follower.summarised).toBeLessThan(300);
    expect(said(again.follower.index)).toEqual(await fresh(host));
  });
});
