import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PULL, TestClient } from './client.ts';
import { URI } from './documents.ts';

let client: TestClient;
beforeAll(async () => {
  client = await TestClient.start({ capabilities: PULL });
});
afterAll(async () => {
  expect(client.logged).toEqual([]);
  expect(await client.stop()).toBe(0);
});

const options = { tabSize: 2, insertSpaces: true };

/** The text after formatting it, or a range of it; null if the server answers nothing. */
async function formatted(text: string, range?: Range): Promise<string | null> {
  await client.open(URI, text);
  try {
    const textDocument = { uri: URI };
    const edits: TextEdit[] | null = range
      ? await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
          textDocument,
          range,
          options,
        })
      : await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
    return edits && TextDocument.applyEdits(TextDocument.create(URI, 'markdown', 1, text), edits);
  } finally {
    await client.close(URI);
  }
}

const BEFORE = "---\ntitle: A Call\ndate: '2031-03-04'\ntags: readouts\n---\nText.\n\\###\n";

describe('formatting', () => {
  it('formats a readout', async () => {
    expect(await formatted(BEFORE)).toBe(
      "---\ndate: '2031-03-04'\ntags: readouts\ntitle: A Call\n---\n\nText.\n\n\\###\n",
    );
  });

  it('of a range stays within it', async () => {
    const range = { start: { line: 4, character: 3 }, end: { line: 6, character: 0 } };
    expect(await formatted(BEFORE, range)).toBe(BEFORE.replace('Text.\n', '\nText.\n\n'));
  });

  it('gives nothing for a Markdown file that is no readout', async () => {
    expect(await formatted('---\nlayout: page\n---\nText.\n\\###\n')).toBeNull();
  });
});
