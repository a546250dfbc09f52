/**
 * Finds and reads settings files. Language server and command line both take their settings from here, so that a
 * document has the same settings wherever it is checked.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { applyLayer, readLayer, SETTINGS_FILE, type SettingsLayer } from '../core/config/read-settings.ts';
import { type FrontmatterSchema, TEMPLATES_FOLDER, type TemplateFile } from '../core/config/settings.ts';
import type { SettingsFinding } from '../core/config/validate.ts';
import { RULES, type Settings, WHITE_HOUSE } from '../core/index.ts';
import { readTemplate, type TemplateFinding } from '../core/templates/index.ts';
import { nearest } from '../core/text/nearest.ts';

/** Profiles that `extends` knows by name. */
export const PROFILES: Readonly<Record<string, Settings>> = { 'white-house': WHITE_HOUSE };

/** Something wrong in a settings file. */
export interface SettingsProblem {
  /** Absolute path of the settings file in which it lies. */
  readonly file: string;
  /** That file's text, for lines and columns. */
  readonly text: string;
  readonly finding: SettingsFinding;
}

/** Something wrong in one of the workspace's own templates. */
export interface TemplateProblem {
  /** Absolute path of the template's file. */
  readonly file: string;
  readonly text: string;
  readonly finding: TemplateFinding;
}

/** The settings in force for a folder. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** Folder that globs count from: the settings file's own; undefined if there is no settings file. */
  readonly root: string | undefined;
  /** The settings file, and every other file that had a say, absolute. */
  readonly files: readonly string[];
  readonly problems: readonly SettingsProblem[];
  /** The folders that templates were, or would be, read from, absolute. */
  readonly templateFolders: readonly string[];
  readonly templateProblems: readonly TemplateProblem[];
}

/** What is in force where nobody says anything. */
export const BUILT_IN: LoadedSettings = {
  settings: WHITE_HOUSE,
  root: undefined,
  files: [],
  problems: [],
  templateFolders: [],
  templateProblems: [],
};

/** Templates longer than this (in bytes) are not read. */
const LARGEST_TEMPLATE = 200_000;
/** As many templates are read from one folder. */
const MOST_TEMPLATES = 200;

/** Settings files longer than this (in bytes) are not read: nobody wrote them by hand. */
const LARGEST = 2_000_000;
/** One settings file may build on this many others. */
const MOST_FILES = 100;
const IN_FORCE = 'The settings that it builds on, or the built-in white-house profile, are in force.';

/** Reads settings files, each once. Make a new one, or {@link clear} it, when a settings file may have changed. */
export class SettingsFiles {
  readonly #byFolder = new Map<string, LoadedSettings>();
  readonly #byFile = new Map<string, LoadedSettings>();

  /** Settings for a document: the nearest `.readout.yaml` from its folder upwards, or the built-in profile. */
  forFile(path: string): LoadedSettings {
    return this.forFolder(dirname(resolve(path)));
  }

  /** Settings for the documents of a folder. */
  forFolder(folder: string): LoadedSettings {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const file = join(folder, SETTINGS_FILE);
    const parent = dirname(folder);
    const loaded = existsSync(file)
      ? this.load(file)
      : isFolder(join(folder, TEMPLATES_FOLDER))
        ? new Loading().loadTemplates(join(folder, TEMPLATES_FOLDER))
        : parent === folder
          ? BUILT_IN
          : this.forFolder(parent);
    this.#byFolder.set(folder, loaded);
    return loaded;
  }

  /** The settings of one settings file, whatever it is called. A file that cannot be read is reported as a problem. */
  load(file: string): LoadedSettings {
    const absolute = resolve(file);
    let loaded = this.#byFile.get(absolute);
    if (!loaded) {
      loaded = new Loading().load(absolute);
      this.#byFile.set(absolute, loaded);
    }
    return loaded;
  }

  /** Forgets everything read. */
  clear(): void {
    this.#byFolder.clear();
    this.#byFile.clear();
  }
}

/** One settings file on its way in, with all that it builds on. */
class Loading {
  readonly #problems: SettingsProblem[] = [];
  readonly #files: string[] = [];
  readonly #templateFolders: string[] = [];
  readonly #templateProblems: TemplateProblem[] = [];

  load(file: string): LoadedSettings {
    return this.#loaded(this.#settingsOf(file, [], WHITE_HOUSE), dirname(file));
  }

  /** A folder with templates where there is no settings file. */
  loadTemplates(folder: string): LoadedSettings {
    return this.#loaded({ ...WHITE_HOUSE, templateFiles: this.#templatesIn(folder) }, undefined);
  }

  #loaded(settings: Settings, root: string | undefined): LoadedSettings {
    return {
      settings,
      root,
      files: this.#files,
      problems: this.#problems,
      templateFolders: this.#templateFolders,
      templateProblems: this.#templateProblems,
    };
  }

  /**
   * @param chain the files that led here, to find circles.
   * @param under what is in force where the file extends nothing, or cannot be read.
   */
  #settingsOf(file: string, chain: readonly string[], under: Settings): Settings {
    this.#files.push(file);
    const read = readSmallFile(file);
    if (read.problem !== undefined) {
      this.#report(
        file,
        '',
        { start: 0, end: 0 },
        `This settings file cannot be read (${read.problem}). ${IN_FORCE}`,
      );
      return under;
    }
    const { layer, findings } = readLayer(read.text, RULES);
    this.#problems.push(...findings.map((finding) => ({ file, text: read.text, finding })));
    const base = this.#baseOf(file, read.text, layer, [...chain, identity(file)], under);
    const settings = this.#withTemplates(applyLayer(base, layer), file, read.text, layer);
    const schema = this.#frontmatterOf(file, read.text, layer);
    return schema ? { ...settings, frontmatter: schema } : settings;
  }

  /** The templates that a settings file brings: from the folder that it names, or from the usual one beside it. */
  #withTemplates(
    settings: Settings,
    file: string,
    text: string,
    { templatesFolder }: SettingsLayer,
  ): Settings {
    const folder = resolve(dirname(file), templatesFolder?.path ?? TEMPLATES_FOLDER);
    if (templatesFolder && !isFolder(folder))
      this.#report(
        file,
        text,
        templatesFolder.span,
        `There is no folder ${templatesFolder.path} with templates beside this settings file. Make it, or take this line out.`,
      );
    const own = this.#templatesIn(folder);
    return own.length === 0 ? settings : { ...settings, templateFiles: [...settings.templateFiles, ...own] };
  }

  #templatesIn(folder: string): readonly TemplateFile[] {
    this.#templateFolders.push(folder);
    return markdownIn(folder).flatMap((name) => {
      const file = join(folder, name);
      this.#files.push(file);
      const read = readSmallFile(file, LARGEST_TEMPLATE);
      const template: TemplateFile = { id: name.replace(/\.md$/i, ''), text: read.text ?? '' };
      const finding = (message: string): TemplateFinding => ({
        code: 'template/frontmatter',
        severity: 'error',
        span: { start: 0, end: 0 },
        message,
      });
      const findings =
        read.problem === undefined
          ? readTemplate(template).findings
          : [finding(`This template cannot be read (${read.problem}).`)];
      this.#templateProblems.push(...findings.map((each) => ({ file, text: template.text, finding: each })));
      return read.problem === undefined ? [template] : [];
    });
  }

  #baseOf(
    file: string,
    text: string,
    layer: SettingsLayer,
    chain: readonly string[],
    under: Settings,
  ): Settings {
    let base = under;
    for (const { name, span } of layer.extends) {
      const profile = Object.hasOwn(PROFILES, name) ? PROFILES[name] : undefined;
      if (profile) {
        base = profile;
        continue;
      }
      const path = isAbsolute(name) ? name : resolve(dirname(file), name);
      const target = isFolder(path) ? join(path, SETTINGS_FILE) : path;
      if (!existsSync(target)) {
        const meant = nearest(name, Object.keys(PROFILES));
        const hint = meant
          ? ` Did you mean “${meant}”?`
          : ` There is no file ${target}, and the only built-in profile is white-house.`;
        this.#report(file, text, span, `There are no settings “${name}” to extend.${hint}`);
      } else if (chain.includes(identity(target))) {
        const circle = [...chain, identity(target)].map(
          (each) => `${basename(dirname(each))}/${basename(each)}`,
        );
        this.#report(
          file,
          text,
          span,
          `“${name}” leads in a circle: ${circle.join(' → ')}. Take one of them out.`,
        );
      } else if (this.#files.length >= MOST_FILES) {
        this.#report(
          file,
          text,
          span,
          `“${name}” is not read: these settings build on more than ${MOST_FILES} files.`,
        );
      } else {
        base = this.#settingsOf(target, chain, base);
      }
    }
    return base;
  }

  #frontmatterOf(file: string, text: string, layer: SettingsLayer): FrontmatterSchema | undefined {
    const reference = layer.frontmatterFile;
    if (!reference) return undefined;
    const path = resolve(dirname(file), reference.path);
    this.#files.push(path);
    const read = readSmallFile(path);
    const problem = (why: string): undefined => {
      this.#report(
        file,
        text,
        reference.span,
        `The frontmatter’s schema ${reference.path} ${why}. The profile’s schema is in force.`,
      );
      return undefined;
    };
    if (read.problem !== undefined) return problem(`cannot be read (${read.problem})`);
    // YAML 1.2 reads JSON as well.
    const document = parseDocument(read.text, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
    const error = document.errors[0];
    if (error) return problem(`is neither JSON nor YAML: ${error.message}`);
    let schema: unknown;
    try {
      schema = document.toJS({ maxAliasCount: 100 });
    } catch {
      return problem('refers to itself without end');
    }
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
      return problem('is no JSON Schema: it must be a mapping');
    return schema as FrontmatterSchema;
  }

  #report(file: string, text: string, span: SettingsFinding['span'], message: string): void {
    const finding: SettingsFinding = { code: 'settings/extends', severity: 'error', span, message };
    this.#problems.push({ file, text, finding });
  }
}

type Read =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: string };

function readSmallFile(path: string, largest = LARGEST): Read {
  try {
    if (statSync(path).size > largest) return { problem: `it is larger than ${largest / 1_000} kB` };
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return {
      problem:
        code === 'ENOENT'
          ? 'there is no such file'
          : code === 'EISDIR'
            ? 'it is a folder'
            : (code ?? String(error)),
    };
  }
}

/** Names of the Markdown files of a folder, in order; none if there is no such folder. */
function markdownIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^[^.].*\.md$/i.test(name))
      .sort()
      .slice(0, MOST_TEMPLATES);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // A file where a folder should be, or no right to look.
    return false;
  }
}

/** One name for a file however it is reached, so that a circle through a link is found. */
function identity(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
