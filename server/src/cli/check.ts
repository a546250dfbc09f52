/** `readout check`: the findings of files, folders and globs. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WHITE_HOUSE } from '../core/index.ts';
import { wholeNumber } from './arguments.ts';
import { checkText, reportOf } from './check-file.ts';
import { palette, wantsColour } from './colour.ts';
import { type Command, EXIT } from './command.ts';
import { findFiles, unreadable } from './find-files.ts';
import { decode } from './read-text.ts';
import { jsonReporter } from './report/json.ts';
import { prettyReporter } from './report/pretty.ts';
import { count, type FileReport, noTotals, type Reporter } from './report/report.ts';
import { type Terminal, UsageError } from './terminal.ts';

const FORMATS = ['pretty', 'json'] as const;

export const checkCommand: Command = {
  name: 'check',
  usage: '[OPTIONS] PATH…',
  summary: 'Checks files, folders (their .md and .markdown files) and globs.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'how to report (default: pretty)' },
    { name: 'max-warnings', value: 'N', description: 'exit with 1 if there are more warnings than N' },
    { name: 'quiet', description: 'report errors only' },
  ],
  run: async (args, terminal) => {
    if (args.positionals.length === 0)
      throw new UsageError(
        'Name at least one file or folder: readout check PATH… (“readout check .” for this folder)',
      );
    const maxWarnings = args.value('max-warnings');
    const limit =
      maxWarnings === undefined ? Number.POSITIVE_INFINITY : wholeNumber('max-warnings', maxWarnings, 0);
    const reporter = reporterOf((args.value('format') ?? 'pretty') as (typeof FORMATS)[number], terminal);
    const found = findFiles(args.positionals, terminal.cwd, {
      file: () => false,
      folder: (path) => /[\\/]node_modules$/.test(path),
    });
    for (const problem of found.problems) terminal.err(`readout: ${problem}\n`);
    let failed = found.problems.length > 0;
    const totals = noTotals();
    const docs = pathToFileURL(`${resolve(terminal.entry, '../../../docs')}/`).href;
    await terminal.out(reporter.begin());
    for (const path of found.files) {
      if (terminal.interrupted.aborted) break;
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(path);
      } catch (error) {
        terminal.err(`readout: ${unreadable(path, error)}\n`);
        failed = true;
        continue;
      }
      const document = await checkText(
        { path, settings: WHITE_HOUSE, mustBeReadout: false, corpus: undefined },
        decode(bytes),
      );
      const report = reportOf(document, path, docs);
      count(totals, report);
      await terminal.out(reporter.file(args.has('quiet') ? errorsOnly(report) : report));
    }
    await terminal.out(reporter.end(totals));
    if (terminal.interrupted.aborted) return EXIT.interrupted;
    if (failed) return EXIT.usage;
    return totals.bySeverity.error > 0 || totals.bySeverity.warning > limit ? EXIT.findings : EXIT.ok;
  },
};

function errorsOnly(report: FileReport): FileReport {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
}

function reporterOf(format: (typeof FORMATS)[number], terminal: Terminal): Reporter {
  switch (format) {
    case 'pretty':
      return prettyReporter(terminal.cwd, palette(wantsColour(terminal)));
    case 'json':
      return jsonReporter();
  }
}
