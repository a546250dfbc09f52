/** The settings in force for each document: the workspace's `.readout.yaml`, with the editor's few words laid over. */
import { type ClientCapabilities, ConfigurationRequest, type Connection } from 'vscode-languageserver';
import {
  BUILT_IN,
  type LoadedSettings,
  type SettingsProblem,
  type TemplateProblem,
} from '../config-files/load.ts';
import { isExcluded, mustBeReadout } from '../core/config/ownership.ts';
import { TEMPLATES_FOLDER } from '../core/config/settings.ts';
import { derive } from '../core/document/derive.ts';
import { OUTLINE_EXTRAS, type OutlineExtra } from '../core/features/outline.ts';
import type { Settings, SeverityOrOff } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import type { EditorSettings } from './protocol.ts';
import { TOKEN_TYPES } from './protocol.ts';

/** What holds for one document. The same settings are the same object, so that what hangs on them stays valid. */
export interface DocumentSettings {
  readonly settings: Settings;
  /** Folder of the settings file, which globs count from; undefined if there is none. */
  readonly root: string | undefined;
  /** Whether the file lies under the configured globs, so that it must be a readout whatever it looks like. */
  readonly mustBeReadout: boolean;
  /** Whether the configuration says that the file is never looked at. */
  readonly excluded: boolean;
  readonly markdownlint: boolean;
  /** The semantic token types that are shown. */
  readonly tokenTypes: ReadonlySet<string>;
  /** Whether the day behind “today” is shown. */
  readonly dateHints: boolean;
  /** What stands below a passage in the outline. */
  readonly outline: ReadonlySet<OutlineExtra>;
}

/** What the editor's own settings come to, after everything that makes no sense was left out. */
interface Overrides {
  readonly rules: Readonly<Record<string, SeverityOrOff>>;
  readonly timeZone: string | undefined;
  readonly markdownlint: boolean;
  readonly tokenTypes: ReadonlySet<string>;
  readonly dateHints: boolean;
  /** What stands below a passage in the outline. */
  readonly outline: ReadonlySet<OutlineExtra>;
}

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads the editor's settings; anything of the wrong shape counts as not said. */
export function readEditorSettings(value: unknown): Overrides {
  const given: EditorSettings = isRecord(value) ? value : {};
  const rules: Record<string, SeverityOrOff> = {};
  if (isRecord(given.rules)) {
    for (const [code, severity] of Object.entries(given.rules)) {
      if (SEVERITIES.includes(severity)) rules[code] = severity as SeverityOrOff;
    }
  }
  const shown = isRecord(given.outline) ? given.outline.show : undefined;
  const types = isRecord(given.semanticTokens) ? given.semanticTokens.types : undefined;
  return {
    rules,
    timeZone: typeof given.timeZone === 'string' && isTimeZone(given.timeZone) ? given.timeZone : undefined,
    markdownlint: !(isRecord(given.markdownlint) && given.markdownlint.enable === false),
    outline: new Set(
      Array.isArray(shown) ? OUTLINE_EXTRAS.filter((extra) => shown.includes(extra)) : ['quotations'],
    ),
    dateHints: isRecord(given.inlayHints) && given.inlayHints.dates === true,
    tokenTypes: new Set(
      Array.isArray(types) ? TOKEN_TYPES.filter((type) => types.includes(type)) : TOKEN_TYPES,
    ),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}

/** Settings with the editor's words laid over, one object for each combination. */
const overlaid = derive((_base: Settings) => new Map<string, Settings>());

function overlay(base: Settings, overrides: Overrides): Settings {
  const { rules, timeZone } = overrides;
  const key = JSON.stringify([rules, timeZone]);
  const known = overlaid(base).get(key);
  if (known) return known;
  const changed: Record<string, Settings['rules'][string]> = { ...base.rules };
  for (const [code, severity] of Object.entries(rules)) changed[code] = { ...base.rules[code], severity };
  const settings: Settings = { ...base, rules: changed, timeZone: timeZone ?? base.timeZone };
  overlaid(base).set(key, settings);
  return settings;
}

/** Told which settings files were read and what is wrong in them. */
export type ProblemListener = (
  files: readonly string[],
  problems: readonly (SettingsProblem | TemplateProblem)[],
) => void;

/** Looks settings up once for each document and keeps them until something says that they changed. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #asks: boolean;
  /** Folder whose settings hold for documents that have no file yet. */
  readonly #folder: string | undefined;
  readonly #known = new Map<string, DocumentSettings>();
  readonly #pending = new Map<string, Promise<DocumentSettings>>();
  readonly #files = new Set<string>();
  #onProblems: ProblemListener = () => undefined;
  /** Counts the changes: what was asked for before one is not kept after it. */
  #generation = 0;

  constructor(connection: Connection, client: ClientCapabilities, host: Host, folder: string | undefined) {
    this.#connection = connection;
    this.#host = host;
    this.#folder = folder;
    this.#asks = client.workspace?.configuration === true;
  }

  /** Calls `listener` whenever settings files were read, with what is wrong in them. */
  onProblems(listener: ProblemListener): void {
    this.#onProblems = listener;
  }

  /** What is known of a document's settings without asking anybody. */
  peek(uri: string): DocumentSettings | undefined {
    return this.#known.get(uri);
  }

  /** The settings of a document. Never rejects: what cannot be learnt is as if nothing had been said. */
  of(uri: string, path: string | undefined): Promise<DocumentSettings> {
    let pending = this.#pending.get(uri);
    if (!pending) {
      const generation = this.#generation;
      pending = this.#load(uri, path).then((settings) => {
        if (generation !== this.#generation) return this.of(uri, path);
        this.#known.set(uri, settings);
        return settings;
      });
      this.#pending.set(uri, pending);
    }
    return pending;
  }

  /** Whether a changed file has a say in any settings looked up so far. */
  dependsOn(path: string): boolean {
    const folder = path.slice(0, path.lastIndexOf('/'));
    return (
      path.endsWith('/.readout.yaml') ||
      path.endsWith(`/${TEMPLATES_FOLDER}`) ||
      folder.endsWith(`/${TEMPLATES_FOLDER}`) ||
      this.#files.has(path) ||
      this.#files.has(folder)
    );
  }

  /** Whether a file is a template of a workspace's own, as far as the folders with templates are known. */
  isTemplate(path: string): boolean {
    const folder = path.slice(0, path.lastIndexOf('/'));
    return /\.md$/i.test(path) && (folder.endsWith(`/${TEMPLATES_FOLDER}`) || this.#files.has(folder));
  }

  /** Forgets everything; the next question is asked anew. */
  invalidate(): void {
    this.#generation++;
    this.#host.forgetSettings();
    this.#files.clear();
    this.#known.clear();
    this.#pending.clear();
  }

  /** Forgets one document. */
  forget(uri: string): void {
    this.#known.delete(uri);
    this.#pending.delete(uri);
  }

  async #load(uri: string, path: string | undefined): Promise<DocumentSettings> {
    const overrides = readEditorSettings(await this.#askEditor(uri));
    const { settings, root, files, problems, templateFolders, templateProblems } = this.#loadFiles(path);
    for (const file of [...files, ...templateFolders]) this.#files.add(file.replaceAll('\\', '/'));
    this.#onProblems(files, [...problems, ...templateProblems]);
    return {
      settings: overlay(settings, overrides),
      root,
      mustBeReadout: path !== undefined && mustBeReadout(path, settings, root),
      excluded: path !== undefined && isExcluded(path, settings, root),
      markdownlint: overrides.markdownlint,
      tokenTypes: overrides.tokenTypes,
      dateHints: overrides.dateHints,
      outline: overrides.outline,
    };
  }

  #loadFiles(path: string | undefined): LoadedSettings {
    if (path !== undefined) return this.#host.settingsFor(path, 'file');
    if (this.#folder !== undefined) return this.#host.settingsFor(this.#folder, 'folder');
    return BUILT_IN;
  }

  async #askEditor(uri: string): Promise<unknown> {
    if (!this.#asks) return undefined;
    try {
      const answer: unknown = await this.#connection.sendRequest(ConfigurationRequest.type, {
        items: [{ scopeUri: uri, section: 'readout' }],
      });
      return Array.isArray(answer) ? answer[0] : undefined;
    } catch {
      return undefined;
    }
  }
}
