/** What is wrong in settings files and templates, shown in those files. */
import type { Diagnostic } from 'vscode-languageserver';
import type { SettingsProblem, TemplateProblem } from '../config-files/load.ts';
import { Readout } from '../core/index.ts';
import { LSP_SEVERITY, toRange } from './convert.ts';
import type { ServerContext } from './feature.ts';
import { uriOfPath } from './uri.ts';

/** Publishes what is wrong in the settings files that were read, and takes it back once it is mended. */
export class SettingsProblems {
  readonly #context: ServerContext;
  /** What is on display, by file. */
  readonly #shown = new Map<string, string>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /** @param files the settings files that were read. */
  show(files: readonly string[], problems: readonly (SettingsProblem | TemplateProblem)[]): void {
    for (const file of new Set([...files, ...problems.map((problem) => problem.file)]))
      this.showFile(file, problems);
  }

  /** Shows what is wrong in one file: those of the problems that are about it. */
  showFile(file: string, problems: readonly (SettingsProblem | TemplateProblem)[]): void {
    const diagnostics = problems
      .filter((problem) => problem.file === file)
      .map(({ text, finding }): Diagnostic => {
        // Any text is a document, so places are counted as everywhere else.
        const range = toRange(Readout.parse(text), finding.span);
        return {
          range,
          severity: LSP_SEVERITY[finding.severity],
          code: finding.code,
          source: 'readout',
          message: finding.message,
        };
      });
    this.#publish(file, diagnostics);
  }

  /** A file is no longer there, and nothing is wrong in it. */
  gone(file: string): void {
    this.#publish(file, []);
  }

  #publish(file: string, diagnostics: Diagnostic[]): void {
    const written = JSON.stringify(diagnostics);
    if ((this.#shown.get(file) ?? '[]') === written) return;
    this.#shown.set(file, written);
    this.#context.connection
      .sendDiagnostics({ uri: uriOfPath(file.replaceAll('\\', '/')), diagnostics })
      .catch((error: unknown) => this.#context.report('publishing settings problems', error));
  }
}
