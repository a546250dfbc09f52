import { RULES, ruleUrl } from '../../core/index.ts';
import { palette, wantsColour } from '../colour.ts';
import { docsUrl, packageVersion } from '../package.ts';
import type { Terminal } from '../terminal.ts';
import { githubReporter } from './github.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { prettyReporter } from './pretty.ts';
import type { Reporter } from './report.ts';
import { sarifReporter } from './sarif.ts';

/** The formats of `readout check`. */
export const FORMATS = ['pretty', 'json', 'github', 'sarif', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

/** A reporter of a format for one run. @param started when the run began. */
export function reporterOf(format: Format, terminal: Terminal, started = new Date()): Reporter {
  switch (format) {
    case 'pretty':
      return prettyReporter(terminal.cwd, palette(wantsColour(terminal)));
    case 'json':
      return jsonReporter();
    case 'github':
      return githubReporter(terminal.cwd);
    case 'sarif': {
      const docs = docsUrl(terminal);
      return sarifReporter(terminal.cwd, {
        version: packageVersion(terminal),
        rules: RULES,
        helpUrl: (code) => ruleUrl(code, docs),
      });
    }
    case 'junit':
      return junitReporter(terminal.cwd, started);
  }
}
