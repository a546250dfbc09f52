import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  INDEX_STATUS_NOTIFICATION,
  INDEX_STATUS_REQUEST,
  type IndexStatus,
} from '../../server/src/lsp/protocol.ts';
import { TestClient } from './client.ts';

let root: string;
let client: TestClient;

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'readout-index-')));
  for (const day of ['01', '02', '03'])
    writeFileSync(
      join(root, `2024-05-${day}-a.md`),
      `---\ndate: 2024-05-${day}\ntitle: Statement by President Noriega\n---\n\nPresident Noriega spoke.\n`,
    );
  writeFileSync(join(root, 'notes.md'), 'Notes.\n');
  client = await TestClient.start({ folders: [pathToFileURL(root).href] });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  rmSync(root, { recursive: true });
});

it('tells how far the index is once asked, and again when it has changed', async () => {
  const told: IndexStatus[] = [];
  let wake = (): void => undefined;
  client.connection.onNotification(INDEX_STATUS_NOTIFICATION, (status: IndexStatus) => {
    told.push(status);
    wake();
  });
  /** Resolves when the index holds as many readouts and nothing is being read. */
  const settled = async (documents: number): Promise<void> => {
    const isSo = (status: IndexStatus | undefined): boolean =>
      status !== undefined && status.documents === documents && status.done === status.total;
    while (!isSo(told.at(-1))) await new Promise<void>((resolve) => (wake = resolve));
  };
  const first = await client.connection.sendRequest<IndexStatus>(INDEX_STATUS_REQUEST, {});
  expect(first.done).toBeLessThanOrEqual(first.total);
  told.push(first);
  await settled(3);
  await client.open(
    'untitled:new.md',
    '---\ndate: 2024-05-04\ntitle: Statement by President Noriega\n---\n\nPresident Noriega spoke.\n',
  );
  await settled(4);
});
