import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  NEW_READOUT_CREATE_REQUEST,
  NEW_READOUT_QUESTIONS_REQUEST,
  type NewReadoutCreated,
  type NewReadoutQuestions,
} from '../../server/src/lsp/protocol.ts';
import { TestClient } from './client.ts';

const statement = (date: string, office: string) => `---
date: '${date}'
published_time: ${date} 10:00:00-05:00
source_url: https://www.whitehouse.gov/briefings-statements/${date.slice(0, 4)}/${date.slice(5, 7)}/a/
tags: briefings-statements
title: Readout of President Noriega’s Call with ${office} Adele Strand of Norland
---

President Luis Noriega spoke today with ${office} Adele Strand of Norland.

\\###
`;

describe('a new statement over the protocol', () => {
  let root: string;
  let folder: string;
  let client: TestClient;
  const ask = (params: object): Promise<NewReadoutQuestions> =>
    client.connection.sendRequest(NEW_READOUT_QUESTIONS_REQUEST, params);
  const create = (params: object): Promise<NewReadoutCreated> =>
    client.connection.sendRequest(NEW_READOUT_CREATE_REQUEST, params);
  const ANSWERS = {
    principal: 'President Luis Noriega',
    counterpart: 'Prime Minister Adele Strand',
    country: 'Norland',
    day: 'today',
    date: '2026-06-09',
  };
  const NAME =
    '2026-06-09-readout-of-president-luis-noriegas-call-with-prime-minister-adele-strand-of-norland.md';

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'readout-new-')));
    folder = pathToFileURL(root).href;
    mkdirSync(join(root, 'statements/old'), { recursive: true });
    mkdirSync(join(root, 'house'));
    writeFileSync(join(root, 'statements/old/2022-05-02-a.md'), statement('2022-05-02', 'Foreign Minister'));
    writeFileSync(join(root, 'statements/2024-05-02-a.md'), statement('2024-05-02', 'Prime Minister'));
    writeFileSync(join(root, 'house/.readout.yaml'), "include: ['calls/**']\n");
    client = await TestClient.start({ folders: [folder] });
  });
  afterAll(async () => {
    expect(client.logged).toEqual([]);
    expect(await client.stop()).toBe(0);
    rmSync(root, { recursive: true });
  });

  it('tells the templates, and asks nothing before one is chosen', async () => {
    const { templates, questions } = await ask({});
    expect(templates.map(({ id }) => id)).toContain('call');
    expect(questions).toEqual([]);
  });

  it('offers people of earlier statements with the title they bore last', async () => {
    let offers: NewReadoutQuestions['questions'][number]['offers'] = [];
    // Asks until the index has read both.
    while (offers.length < 2 || !offers.some(({ value }) => value.startsWith('Prime'))) {
      const { questions } = await ask({ folder, template: 'call' });
      expect(questions.map(({ key }) => key)).toEqual(['principal', 'counterpart', 'country', 'day', 'date']);
      offers = questions.find(({ key }) => key === 'counterpart')?.offers ?? [];
    }
    expect(offers).toEqual([
      { value: 'Prime Minister Adele Strand', detail: 'Norland', with: { country: 'Norland' } },
      { value: 'President Luis Noriega', detail: '', with: {} },
    ]);
  });

  it('makes the file, in the folder of the latest statement', async () => {
    const made = await create({ folder, template: 'call', answers: ANSWERS });
    expect(made.problems).toEqual([]);
    expect(made.uri).toBe(`${folder}/statements/${NAME}`);
    expect(made.text).toContain(
      '\n---\n\nPresident Luis Noriega spoke today with Prime Minister Adele Strand of Norland. ',
    );
    expect(made.snippet.slice(made.snippet.indexOf('\n---\n'))).toContain('discussed ${1:[TOPICS]');
  });

  it('obeys the folder chosen, and the settings', async () => {
    const exact = await create({
      folder: `${folder}/house`,
      exact: true,
      template: 'call',
      answers: ANSWERS,
    });
    expect(exact.uri).toBe(`${folder}/house/${NAME}`);
    const settings = await create({ folder: `${folder}/house`, template: 'call', answers: ANSWERS });
    expect(settings.uri).toBe(`${folder}/house/calls/${NAME}`);
    const nowhere = await create({ template: 'call', answers: ANSWERS });
    expect([nowhere.uri, nowhere.fileName]).toEqual([undefined, NAME]);
  });

  it('says what is wrong with answers', async () => {
    const wrong = await create({ folder, template: 'call', answers: { date: 'June', contry: 'x' } });
    expect(wrong.problems.map(({ key }) => key)).toEqual(['date', 'contry']);
    expect(wrong.text).toBe('');
    expect((await create({ folder, template: 'cal', answers: {} })).problems[0]?.key).toBe('template');
    expect((await create({ template: 'call', answers: null })).text).toContain('[NAME OF PRINCIPAL] spoke');
    expect((await ask({ folder: 7, template: {} })).questions).toEqual([]);
  });
});
