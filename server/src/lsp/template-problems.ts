/** What is wrong in the workspace's own templates while they are being edited. */
import type { TemplateFile } from '../core/config/settings.ts';
import { readTemplate } from '../core/templates/index.ts';
import type { ServerContext } from './feature.ts';
import type { SettingsProblems } from './settings-problems.ts';
import { uriKey, uriOfPath } from './uri.ts';

/** Milliseconds of quiet before an edited template is read anew. */
const QUIET = 150;

/** Reads open templates after each pause in typing. */
export class TemplateProblems {
  readonly #context: ServerContext;
  readonly #problems: SettingsProblems;
  /** The latest wish for each document; an older one finds itself replaced and ends. */
  readonly #wishes = new Map<string, object>();

  constructor(context: ServerContext, problems: SettingsProblems) {
    this.#context = context;
    this.#problems = problems;
  }

  /** Whether a file is a template that is open. @param file with the system's slashes. */
  isOpen(file: string): boolean {
    const path = file.replaceAll('\\', '/');
    return (
      this.#context.settings.isTemplate(path) && this.#context.documents.get(uriOfPath(path)) !== undefined
    );
  }

  /** Shows what is wrong in a document once no further edit is waiting. */
  checkSoon(uri: string): void {
    const wish = {};
    this.#wishes.set(uriKey(uri), wish);
    void this.#context.host.wait(QUIET).then(() => {
      if (this.#wishes.get(uriKey(uri)) !== wish) return;
      this.#wishes.delete(uriKey(uri));
      this.#check(uri);
    });
  }

  #check(uri: string): void {
    const document = this.#context.documents.get(uri);
    const file = document?.path;
    if (!document || file === undefined) return;
    const { text } = document.readout;
    const { findings } = readTemplate(templateFileOf(file, text));
    this.#problems.showFile(
      file,
      findings.map((finding) => ({ file, text, finding })),
    );
  }
}

/** A template's file by its path, with forward slashes, and its text. */
export function templateFileOf(path: string, text: string): TemplateFile {
  return { id: path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, ''), text };
}
