import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CompletionItem,
  CompletionRequest,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver-protocol/node';
import {
  NEW_READOUT_CREATE_REQUEST,
  NEW_READOUT_QUESTIONS_REQUEST,
  type NewReadoutCreated,
  type NewReadoutQuestions,
  TEMPLATES_REQUEST,
  type TemplateOffer,
} from '../../server/src/lsp/protocol.ts';
import { PUSH, TestClient } from './client.ts';

const template = (body: string): string =>
  `---\ntitle: Readout of a briefing\nheadline: Briefing by {ambassador}\nkind: readout\nplaceholders:\n  ambassador: The ambassador\n---\n\n${body}\n`;

describe('the templates of a workspace', () => {
  let root: string;
  let folder: string;
  let file: string;
  let client: TestClient;

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'readout-templates-')));
    folder = pathToFileURL(root).href;
    mkdirSync(join(root, '.readout/templates'), { recursive: true });
    file = join(root, '.readout/templates/briefing.md');
    writeFileSync(file, template('{ambassador} spoke {dya}.'));
    client = await TestClient.start({
      folders: [folder],
      capabilities: {
        ...PUSH,
        textDocument: { ...PUSH.textDocument, completion: { completionItem: { snippetSupport: true } } },
      },
    });
  });
  afterAll(async () => {
    expect(client.logged).toEqual([]);
    expect(await client.stop()).toBe(0);
    rmSync(root, { recursive: true });
  });

  const TITLE = 'Readout of a briefing';

  it('are offered in completion, in the editor’s list and in New Readout', async () => {
    const uri = `${folder}/new.md`;
    await client.open(uri, '');
    const items = (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    })) as CompletionItem[];
    expect(items.map(({ label }) => label)).toContain(TITLE);
    const offers = await client.connection.sendRequest<TemplateOffer[]>(TEMPLATES_REQUEST, { uri });
    expect(offers[0]).toMatchObject({ title: TITLE });
    const { templates, questions } = await client.connection.sendRequest<NewReadoutQuestions>(
      NEW_READOUT_QUESTIONS_REQUEST,
      { folder, template: 'briefing' },
    );
    expect(templates[0]).toMatchObject({ id: 'briefing', title: TITLE });
    expect(questions.map(({ key }) => key)).toEqual(['ambassador', 'dya', 'date']);
    const made = await client.connection.sendRequest<NewReadoutCreated>(NEW_READOUT_CREATE_REQUEST, {
      folder,
      template: 'briefing',
      answers: { ambassador: 'Ambassador Holm', date: '2026-06-09' },
    });
    expect(made.uri).toBe(`${folder}/2026-06-09-briefing-by-ambassador-holm.md`);
    expect(made.text).toContain('\n\nAmbassador Holm spoke [INSERT DYA].\n');
  });

  it('are checked as templates, and never as readouts', async () => {
    const uri = pathToFileURL(file).href;
    const wrong = (await client.diagnosticsOf(uri)).map(({ code, message }) => [
      code,
      String(message).slice(0, 53),
    ]);
    expect(wrong).toEqual([
      ['template/placeholder', 'There is no placeholder {dya}. Did you mean {day}? De'],
    ]);
    await client.open(uri, template('{ambassador} spoke {dya}.'));
    const messages = async (count: number): Promise<string[]> => {
      for (;;) {
        const found = await client.diagnosticsOf(uri);
        if (found.length === count) return found.map(({ message }) => String(message).slice(0, 35));
        await client.nextPublished();
      }
    };
    // While it is edited it is judged as it stands in the editor; closed without saving, as it stands on disk.
    await client.change(uri, 2, { text: template('{ambassador} spoke {dya} {to whom}.') });
    expect(await messages(2)).toEqual([
      'There is no placeholder {dya}. Did ',
      '“{to whom}” is no placeholder: that',
    ]);
    const offered = (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 8, character: '{ambassador} spoke {d'.length },
    })) as CompletionItem[];
    expect(offered.map(({ label }) => label).slice(0, 2)).toEqual(['{ambassador}', '{principal}']);
    expect(offered.find(({ label }) => label === '{day}')).toMatchObject({
      textEdit: {
        newText: '{day}',
        range: { start: { line: 8, character: 19 }, end: { line: 8, character: 24 } },
      },
    });
    expect(offered.map(({ label }) => label)).not.toContain('{dya}');
    await client.close(uri);
    expect(await messages(1)).toEqual(['There is no placeholder {dya}. Did ']);
    const changed = { changes: [{ uri, type: 2 as const }] };
    // Mended and saved: the finding goes, and what is offered follows.
    writeFileSync(file, template('{ambassador} spoke {day}.'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, changed);
    while ((await client.diagnosticsOf(uri)).length > 0) {
      await client.connection.sendRequest(NEW_READOUT_QUESTIONS_REQUEST, { folder, template: 'briefing' });
    }
    const { questions } = await client.connection.sendRequest<NewReadoutQuestions>(
      NEW_READOUT_QUESTIONS_REQUEST,
      { folder, template: 'briefing' },
    );
    expect(questions.map(({ key }) => key)).toEqual(['ambassador', 'day', 'date']);
  });

  it('a new file is offered, and one that is deleted is not', async () => {
    const other = join(root, '.readout/templates/gift.md');
    const uri = pathToFileURL(other).href;
    const ids = async (): Promise<string[]> => {
      const { templates } = await client.connection.sendRequest<NewReadoutQuestions>(
        NEW_READOUT_QUESTIONS_REQUEST,
        { folder },
      );
      return templates.map(({ id }) => id).slice(0, 2);
    };
    writeFileSync(other, '---\nheadline: Gift\n---\n\n{wrong name}.\n');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: 1 }],
    });
    expect(await ids()).toEqual(['briefing', 'gift']);
    expect(await client.diagnosticsOf(uri)).toHaveLength(1);
    rmSync(other);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: 3 }],
    });
    expect(await ids()).toEqual(['briefing', 'call']);
    expect(await client.diagnosticsOf(uri)).toEqual([]);
  });
});
