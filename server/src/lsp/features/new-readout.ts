/** A new statement: what to ask, and the file made from the answers. The client asks and writes. */
import { ProtocolRequestType } from 'vscode-languageserver';
import {
  answerProblems,
  createReadout,
  type NewReadoutContext,
  questionsOf,
} from '../../core/features/new-readout.ts';
import { templateIn, templatesIn } from '../../core/templates/index.ts';
import { knownPeople } from '../../workspace/known-people.ts';
import { type Feature, onAny, type ServerContext } from '../feature.ts';
import {
  NEW_READOUT_CREATE_REQUEST,
  NEW_READOUT_QUESTIONS_REQUEST,
  type NewReadoutCreated,
  type NewReadoutCreateParams,
  type NewReadoutQuestions,
  type NewReadoutQuestionsParams,
} from '../protocol.ts';
import type { DocumentSettings } from '../settings.ts';
import { pathOfUri, uriOfPath } from '../uri.ts';

const QUESTIONS = new ProtocolRequestType<NewReadoutQuestionsParams, NewReadoutQuestions, never, void, void>(
  NEW_READOUT_QUESTIONS_REQUEST,
);
const CREATE = new ProtocolRequestType<NewReadoutCreateParams, NewReadoutCreated, never, void, void>(
  NEW_READOUT_CREATE_REQUEST,
);

/** As many people are offered. */
const MOST_PEOPLE = 300;
const NOTHING: NewReadoutCreated = { problems: [], fileName: '', text: '', snippet: '' };

export const newReadout: Feature = {
  capability: () => ({}),
  register(context) {
    onAny(context, QUESTIONS, { templates: [], questions: [] }, async (params) => {
      const { settings } = await settingsIn(context, params?.folder);
      const template =
        typeof params?.template === 'string' ? templateIn(settings, params.template) : undefined;
      const people = template ? knownPeople(context.workspace.index, MOST_PEOPLE) : [];
      return {
        templates: templatesIn(settings).map(({ id, title, description }) => ({ id, title, description })),
        questions: template ? questionsOf(template, people, inForce(context, settings)).map(plain) : [],
      };
    });
    onAny(context, CREATE, NOTHING, async (params) => {
      const config = await settingsIn(context, params?.folder);
      const template =
        typeof params?.template === 'string' ? templateIn(config.settings, params.template) : undefined;
      if (!template) {
        const message = `There is no template “${String(params?.template)}”.`;
        return { ...NOTHING, problems: [{ key: 'template', message }] };
      }
      const answers = stringsOf(params.answers);
      const problems = answerProblems(template, answers, config.settings);
      if (problems.length > 0)
        return { ...NOTHING, problems: problems.map(({ key, message }) => ({ key, message })) };
      const made = createReadout(template, answers, inForce(context, config.settings));
      const folder = folderFor(context, params, config.root, made.folder);
      return {
        problems: [],
        ...(folder === undefined ? {} : { uri: uriOfPath(`${folder.replace(/\/$/, '')}/${made.fileName}`) }),
        fileName: made.fileName,
        text: made.text,
        snippet: made.snippet,
      };
    });
  },
};

function inForce(context: ServerContext, settings: DocumentSettings['settings']): NewReadoutContext {
  return { settings, now: context.host.now() };
}

/** JSON has no `undefined`: a default that is none is left out. */
function plain({
  default: usual,
  ...question
}: ReturnType<typeof questionsOf>[number]): NewReadoutQuestions['questions'][number] {
  return { ...question, ...(usual === undefined ? {} : { default: usual }) };
}

function stringsOf(answers: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
}

/** The settings for a file that is not there yet. */
async function settingsIn(context: ServerContext, folder: unknown): Promise<DocumentSettings> {
  const uri =
    typeof folder === 'string' ? `${folder.replace(/\/$/, '')}/new-readout.md` : 'untitled:new-readout';
  const config = await context.settings.of(uri, pathIn(uri));
  context.settings.forget(uri);
  return config;
}

function pathIn(uri: string): string | undefined {
  return uri.startsWith('file:') ? pathOfUri(uri) : undefined;
}

/** The folder given, where it was chosen; else what the settings say, else where the latest statement below it stands. */
function folderFor(
  context: ServerContext,
  { folder, exact }: NewReadoutCreateParams,
  root: string | undefined,
  suggested: string,
): string | undefined {
  const base = typeof folder === 'string' ? pathIn(folder)?.replace(/\/$/, '') : undefined;
  if (base === undefined || exact === true) return base;
  if (suggested !== '') return `${root?.replaceAll('\\', '/').replace(/\/$/, '') ?? base}/${suggested}`;
  let latest: { readonly date: string; readonly path: string } | undefined;
  for (const [, { path, date }] of context.workspace.index.entries())
    if (path?.startsWith(`${base}/`) && (!latest || date > latest.date)) latest = { date, path };
  return latest ? latest.path.slice(0, latest.path.lastIndexOf('/')) : base;
}
