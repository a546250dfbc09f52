import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CLEAN_PASTE_REQUEST,
  type CleanPaste,
  type CleanPasteParams,
  EXPORT_REQUEST,
  type Exported,
} from '../../server/src/lsp/protocol.ts';
import { PUSH, TestClient } from './client.ts';
import { URI } from './documents.ts';

let client: TestClient;
beforeAll(async () => {
  client = await TestClient.start({ capabilities: PUSH });
});
afterAll(async () => {
  expect(client.logged).toEqual([]);
  expect(await client.stop()).toBe(0);
});

const READOUT =
  "---\ndate: '2031-03-04'\ntitle: A Call\ntags: readouts\n---\n\nPresident Noriega spoke with [Norland](https://a.example).\n\n```\ncode\n```\n\n\\###\n";

async function request<Reply>(text: string, method: string, params: object): Promise<Reply> {
  await client.open(URI, text);
  try {
    return await client.connection.sendRequest<Reply>(method, { textDocument: { uri: URI }, ...params });
  } finally {
    await client.close(URI);
  }
}

const pasted = (
  clipboard: Omit<CleanPasteParams, 'textDocument' | 'position'>,
  line = 6,
  text = READOUT,
): Promise<CleanPaste | null> =>
  request(text, CLEAN_PASTE_REQUEST, { position: { line, character: 0 }, ...clipboard });

describe('readout/cleanPaste', () => {
  it('cleans plain text', async () => {
    expect(await pasted({ text: '"Aid\u00ad"  now' })).toEqual({ text: '“Aid” now' });
  });

  it('takes the HTML where there is some', async () => {
    const html = '<p>It\'s <b>"new"</b></p><ul><li>a</li></ul>';
    expect(await pasted({ text: 'It\'s "new"\na', html })).toEqual({ text: 'It’s **“new”**\n\n- a' });
  });

  it('takes the plain text where the HTML says nothing, is preformatted, or too much', async () => {
    const text = '"a"';
    for (const html of [
      '<img src="x">',
      '<meta charset="utf-8"><pre>"a"</pre>',
      '<div style="font-family: mono; white-space: pre;"><div>"a"</div></div>',
      '<div>'.repeat(5000),
    ])
      expect(await pasted({ text, html })).toEqual({ text: '“a”' });
  });

  it('leaves an address as it is, whatever its HTML', async () => {
    const text = 'https://a.example/b';
    expect(await pasted({ text, html: `<a href="${text}">The title</a>` })).toBeNull();
  });

  it('has nothing to say where nothing is to be cleaned', async () => {
    expect(await pasted({ text: 'Plain words.\r\nMore.' })).toBeNull();
  });

  it('keeps out of frontmatter, of code, and of what is no readout', async () => {
    expect(await pasted({ text: '"a"' }, 2)).toBeNull();
    expect(await pasted({ text: '"a"' }, 9)).toBeNull();
    expect(await pasted({ text: '"a"' }, 0, '# Notes\n')).toBeNull();
    expect(await pasted({ text: '"a"' }, 4, '---\nlayout: page\n---\n\nText.\n')).toBeNull();
  });

  it('does not stumble over a request without text', async () => {
    expect(await pasted({ text: null as unknown as string })).toBeNull();
  });
});

describe('readout/export', () => {
  it('gives text, HTML, and a Word file in base64', async () => {
    const text = await request<Exported>(READOUT, EXPORT_REQUEST, { to: 'text' });
    expect(text.encoding).toBe('utf-8');
    expect(text.content).toMatch(
      /^March 4, 2031\n\nA Call\n\nPresident Noriega spoke with Norland \(https:\/\/a\.example\)\.\n/,
    );
    expect((await request<Exported>(READOUT, EXPORT_REQUEST, { to: 'html' })).content).toContain(
      '<h1>A Call</h1>',
    );
    const word = await request<Exported>(READOUT, EXPORT_REQUEST, { to: 'docx' });
    expect(word.encoding).toBe('base64');
    expect(Buffer.from(word.content, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it('gives any Markdown document', async () => {
    expect((await request<Exported>('# Notes\n\nWords.\n', EXPORT_REQUEST, { to: 'text' })).content).toBe(
      'Notes\n\nWords.\n\n###\n',
    );
  });

  it('gives nothing for a format that it does not know', async () => {
    expect(await request(READOUT, EXPORT_REQUEST, { to: 'pdf' })).toBeNull();
  });
});
