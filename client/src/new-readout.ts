/** *New Readout…*: asks what the server wants to know, step by step, and opens the file that it makes. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  NEW_READOUT_CREATE_REQUEST,
  NEW_READOUT_QUESTIONS_REQUEST,
  type NewReadoutCreated,
  type NewReadoutCreateParams,
  type NewReadoutQuestionReply,
  type NewReadoutQuestions,
  type NewReadoutQuestionsParams,
} from '../../server/src/lsp/protocol.ts';

/** What the command may be called with: for key bindings, other extensions and tests. */
export interface NewReadoutArguments {
  /** Id of a template. */
  readonly template?: string;
  /** Folder for the file. */
  readonly folder?: vscode.Uri;
  /** If there are any, nothing is asked. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Told what is asked next, each time something is: `template`, or the key of a question. */
  readonly onStep?: (key: string) => void;
}

/**
 * Asks, creates the file and opens it with the cursor in the first gap of the passages.
 * @param given a folder from the Explorer's context menu, or arguments.
 * @returns the file's URI; undefined if the user left, or something was wrong (which the user is told).
 */
export async function newReadout(
  client: LanguageClient,
  given?: vscode.Uri | NewReadoutArguments,
): Promise<vscode.Uri | undefined> {
  const options: NewReadoutArguments = given instanceof vscode.Uri ? { folder: given } : (given ?? {});
  const folder = options.folder ?? (await workspaceFolder());
  const where = folder ? { folder: client.code2ProtocolConverter.asUri(folder) } : {};
  const ask = (params: NewReadoutQuestionsParams): Promise<NewReadoutQuestions> =>
    client.sendRequest<NewReadoutQuestions>(NEW_READOUT_QUESTIONS_REQUEST, params);
  const create = (
    template: string,
    answers: Readonly<Record<string, string>>,
  ): Promise<NewReadoutCreated> => {
    const params: NewReadoutCreateParams = {
      ...where,
      exact: options.folder !== undefined,
      template,
      answers,
    };
    return client.sendRequest<NewReadoutCreated>(NEW_READOUT_CREATE_REQUEST, params);
  };

  const chosen =
    options.template !== undefined && options.answers
      ? { template: options.template, answers: options.answers }
      : await askAll(options, (template) => ask({ ...where, ...template }), create);
  if (!chosen) return undefined;
  const made = await create(chosen.template, chosen.answers);
  const [problem] = made.problems;
  if (problem) {
    void vscode.window.showErrorMessage(problem.message);
    return undefined;
  }
  return open(made, made.uri === undefined ? undefined : client.protocol2CodeConverter.asUri(made.uri));
}

async function workspaceFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  return own?.uri ?? folders[0]?.uri;
}

type Step = { readonly value: string } | 'back' | 'left';

/** Template and answers; undefined if the user left. Going back keeps what was answered. */
async function askAll(
  { template, onStep }: NewReadoutArguments,
  ask: (params: { readonly template?: string }) => Promise<NewReadoutQuestions>,
  create: (template: string, answers: Readonly<Record<string, string>>) => Promise<NewReadoutCreated>,
): Promise<{ readonly template: string; readonly answers: Readonly<Record<string, string>> } | undefined> {
  const answers = new Map<string, string>();
  const implied = new Map<string, string>();
  let chosen = template;
  /** The template chosen before one went back. */
  let earlier = '';
  let questions: NewReadoutQuestions['questions'] =
    chosen === undefined ? [] : (await ask({ template: chosen })).questions;
  let at = chosen === undefined ? -1 : 0;
  while (chosen === undefined || at < questions.length) {
    const question = questions[at];
    if (chosen === undefined || !question) {
      const { templates } = await ask({});
      const step = await pick({
        title: vscode.l10n.t('New Readout'),
        step: 1,
        steps: undefined,
        placeholder: vscode.l10n.t('Which kind of statement?'),
        items: templates.map(({ id, title, description }) => ({
          label: title,
          detail: description,
          value: id,
        })),
        value: '',
        suggested: earlier,
        canGoBack: false,
        isFree: false,
        onShown: () => onStep?.('template'),
      });
      if (typeof step === 'string') return undefined;
      chosen = step.value;
      questions = (await ask({ template: chosen })).questions;
      at = 0;
      continue;
    }
    const kind = chosen;
    const known = answers.get(question.key) ?? implied.get(question.key) ?? question.default ?? '';
    // Text in the field hides every offer that does not go with it: what is known is then an offer itself.
    const hasOffers = question.offers.length > 0;
    // Nobody meets themselves: who was named for an earlier question is not offered again.
    const named = new Set(questions.slice(0, at).map(({ key }) => answers.get(key)));
    const offers = question.offers.filter(({ value }) => !named.has(value));
    const step = await pick({
      title: vscode.l10n.t('New Readout: {0}', question.label),
      step: at + 2,
      steps: questions.length + 1,
      placeholder: placeholderOf(question),
      items: offers.map(({ value, detail }) => ({ label: value, description: detail, value })),
      value: hasOffers ? '' : known,
      suggested: hasOffers ? known : '',
      canGoBack: at > 0 || template === undefined,
      isFree: true,
      onShown: () => onStep?.(question.key),
      problemOf: async (value) =>
        (await create(kind, { [question.key]: value })).problems.find(({ key }) => key === question.key)
          ?.message,
    });
    if (step === 'left') return undefined;
    if (step === 'back') {
      at--;
      if (at < 0) {
        earlier = chosen;
        chosen = undefined;
      }
      continue;
    }
    answers.set(question.key, step.value);
    const offer = question.offers.find(({ value }) => value === step.value);
    for (const [key, value] of Object.entries(offer?.with ?? {})) implied.set(key, value);
    at++;
  }
  const wanted = new Set(questions.map(({ key }) => key));
  return { template: chosen, answers: Object.fromEntries([...answers].filter(([key]) => wanted.has(key))) };
}

function placeholderOf({ description, example }: NewReadoutQuestionReply): string {
  return vscode.l10n.t('{0} Example: {1}', description, example);
}

interface PickItem extends vscode.QuickPickItem {
  readonly value: string;
}

interface PickOptions {
  readonly title: string;
  readonly step: number;
  readonly steps: number | undefined;
  readonly placeholder: string;
  readonly items: readonly PickItem[];
  /** What stands in the field, to be edited. */
  readonly value: string;
  /** What is offered first; empty if nothing is. */
  readonly suggested: string;
  readonly canGoBack: boolean;
  /** Whether anything may be typed beside what is offered. */
  readonly isFree: boolean;
  readonly onShown: () => void;
  /** What is wrong with an answer. */
  readonly problemOf?: (value: string) => Promise<string | undefined>;
}

/** What is offered while `typed` stands in the field, and which of it is selected. */
function entries(
  { items, isFree, suggested }: PickOptions,
  typed: string,
  problem: string | undefined,
): { readonly items: readonly PickItem[]; readonly active: PickItem | undefined } {
  if (!isFree) return { items, active: items.find(({ value }) => value === suggested) };
  const first = typed || suggested;
  const others = items.filter(({ value }) => value !== first);
  const open: PickItem = {
    label: vscode.l10n.t('Leave open'),
    description: vscode.l10n.t('A placeholder stands in the text'),
    value: '',
    alwaysShow: true,
  };
  if (first === '') return { items: [...others, open], active: undefined };
  const own: PickItem = {
    ...(items.find(({ value }) => value === first) ?? { label: first }),
    ...(typed && { description: problem === undefined ? vscode.l10n.t('Use this') : '', alwaysShow: true }),
    // The title shows it whole; this is what a screen reader reads out.
    ...(problem !== undefined && { detail: problem }),
    value: first,
  };
  return { items: typed ? [own, ...others] : [own, ...others, open], active: own };
}

/** One step: a list whose first entry is what was typed. It stays open when the window loses the focus. */
function pick(options: PickOptions): Promise<Step> {
  const input = vscode.window.createQuickPick<PickItem>();
  input.step = options.step;
  input.totalSteps = options.steps;
  input.placeholder = options.placeholder;
  input.ignoreFocusOut = true;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  input.value = options.value;
  const fill = (problem?: string): void => {
    const { items, active } = entries(options, input.value.trim(), problem);
    input.title = problem ?? options.title;
    input.items = items;
    if (active) input.activeItems = [active];
  };
  fill();
  return new Promise((resolve) => {
    let settled: Step = 'left';
    let isChecking = false;
    input.onDidChangeValue(() => fill());
    input.onDidTriggerButton(() => {
      settled = 'back';
      input.hide();
    });
    input.onDidAccept(async () => {
      const value = input.activeItems[0]?.value;
      if (value === undefined || isChecking) return;
      isChecking = true;
      input.busy = true;
      const problem = await options.problemOf?.(value).catch((error: unknown) => String(error));
      isChecking = false;
      input.busy = false;
      if (problem !== undefined) {
        fill(problem);
        return;
      }
      settled = { value };
      input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(settled);
    });
    input.show();
    options.onShown();
  });
}

/** Creates the file, never over another one, and opens it; without a folder, an unsaved document. */
async function open(
  { text, snippet }: NewReadoutCreated,
  uri: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  if (uri) {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
    if ((await exists(uri)) || !(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          'The statement was not created: there is already a file {0}, or its folder cannot be written.',
          vscode.workspace.asRelativePath(uri),
        ),
      );
      return undefined;
    }
  }
  const document = uri
    ? await vscode.workspace.openTextDocument(uri)
    : await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  const editor = await vscode.window.showTextDocument(document);
  // The same words once more, with tab stops.
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.insertSnippet(new vscode.SnippetString(snippet), all, {
    undoStopBefore: false,
    undoStopAfter: false,
    keepWhitespace: true,
  });
  return document.uri;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
