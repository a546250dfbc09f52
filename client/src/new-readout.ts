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

const TITLE = 'New Readout';

/** What the command may be called with: for key bindings, other extensions and tests. */
export interface NewReadoutArguments {
  /** Id of a template. */
  readonly template?: string;
  /** Folder for the file. */
  readonly folder?: vscode.Uri;
  /** If there are any, nothing is asked. */
  readonly answers?: Readonly<Record<string, string>>;
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
      : await askAll(options.template, (template) => ask({ ...where, ...template }), create);
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
  template: string | undefined,
  ask: (params: { readonly template?: string }) => Promise<NewReadoutQuestions>,
  create: (template: string, answers: Readonly<Record<string, string>>) => Promise<NewReadoutCreated>,
): Promise<{ readonly template: string; readonly answers: Readonly<Record<string, string>> } | undefined> {
  const answers = new Map<string, string>();
  const implied = new Map<string, string>();
  let chosen = template;
  let questions: NewReadoutQuestions['questions'] =
    chosen === undefined ? [] : (await ask({ template: chosen })).questions;
  let at = chosen === undefined ? -1 : 0;
  while (chosen === undefined || at < questions.length) {
    const question = questions[at];
    if (chosen === undefined || !question) {
      const { templates } = await ask({});
      const step = await pick({
        step: 1,
        steps: undefined,
        placeholder: 'Which kind of statement?',
        items: templates.map(({ id, title, description }) => ({
          label: title,
          detail: description,
          value: id,
        })),
        value: '',
        canGoBack: false,
        isFree: false,
      });
      if (typeof step === 'string') return undefined;
      chosen = step.value;
      questions = (await ask({ template: chosen })).questions;
      at = 0;
      continue;
    }
    const kind = chosen;
    const step = await pick({
      step: at + 2,
      steps: questions.length + 1,
      placeholder: placeholderOf(question),
      items: question.offers.map(({ value, detail }) => ({ label: value, description: detail, value })),
      value: answers.get(question.key) ?? implied.get(question.key) ?? question.default ?? '',
      canGoBack: at > 0 || template === undefined,
      isFree: true,
      problemOf: async (value) =>
        (await create(kind, { [question.key]: value })).problems.find(({ key }) => key === question.key)
          ?.message,
    });
    if (step === 'left') return undefined;
    if (step === 'back') {
      at--;
      if (at < 0) chosen = undefined;
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

function placeholderOf({ label, description, example }: NewReadoutQuestionReply): string {
  return `${label}: ${description} Example: ${example}`;
}

interface PickItem extends vscode.QuickPickItem {
  readonly value: string;
}

interface PickOptions {
  readonly step: number;
  readonly steps: number | undefined;
  readonly placeholder: string;
  readonly items: readonly PickItem[];
  readonly value: string;
  readonly canGoBack: boolean;
  /** Whether anything may be typed beside what is offered. */
  readonly isFree: boolean;
  /** What is wrong with an answer. */
  readonly problemOf?: (value: string) => Promise<string | undefined>;
}

/** One step: a list whose first entry is what was typed. It stays open when the window loses the focus. */
function pick(options: PickOptions): Promise<Step> {
  const input = vscode.window.createQuickPick<PickItem>();
  input.title = TITLE;
  input.step = options.step;
  input.totalSteps = options.steps;
  input.placeholder = options.placeholder;
  input.ignoreFocusOut = true;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  input.value = options.value;
  const fill = (): void => {
    const typed = input.value.trim();
    const own: PickItem = typed
      ? { label: typed, description: 'Use this', value: typed, alwaysShow: true }
      : { label: 'Leave open', description: 'A placeholder stands in the text', value: '', alwaysShow: true };
    const others = options.items.filter(({ value }) => value !== typed);
    input.items = !options.isFree ? options.items : typed ? [own, ...others] : [...others, own];
    if (options.isFree && typed) input.activeItems = [own];
  };
  fill();
  return new Promise((resolve) => {
    let settled: Step = 'left';
    input.onDidChangeValue(fill);
    input.onDidTriggerButton(() => {
      settled = 'back';
      input.hide();
    });
    input.onDidAccept(async () => {
      const value = input.activeItems[0]?.value;
      if (value === undefined) return;
      input.busy = true;
      const problem = await options.problemOf?.(value).finally(() => {
        input.busy = false;
      });
      if (problem !== undefined) {
        input.title = `${TITLE}: ${problem}`;
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
        `The statement was not created: there is already a file ${vscode.workspace.asRelativePath(uri)}, or its folder cannot be written.`,
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
