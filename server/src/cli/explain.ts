/** `readout explain`: what a code means, from the rule's own file. */
import { RULES, type Rule, ruleOf } from '../core/index.ts';
import type { Example } from '../core/rules/rule.ts';
import { nearest } from '../core/text/nearest.ts';
import { type Palette, palette, wantsColour } from './colour.ts';
import { type Command, EXIT } from './command.ts';
import { UsageError } from './terminal.ts';

export const explainCommand: Command = {
  name: 'explain',
  usage: '[CODE]',
  summary: 'Explains a rule: what it finds, why it matters, examples. Without a code, lists all rules.',
  options: [],
  run: async (args, terminal) => {
    const colours = palette(wantsColour(terminal));
    const [code, ...more] = args.positionals;
    if (more.length > 0) throw new UsageError('One code at a time: readout explain CODE');
    if (code === undefined) {
      await terminal.out(list(colours));
      return EXIT.ok;
    }
    const rule = ruleOf(code);
    if (!rule) throw new UsageError(unknownCode(code));
    await terminal.out(explain(rule, colours));
    return EXIT.ok;
  },
};

/** The sentence for a code that no rule has. */
export function unknownCode(code: string): string {
  const codes = RULES.map((rule) => rule.code);
  const meant = nearest(code, codes) ?? codes.find((each) => each.endsWith(`/${code}`));
  return `There is no rule “${code}”.${meant ? ` Did you mean “${meant}”?` : ' “readout explain” lists the rules.'}`;
}

function list(colours: Palette): string {
  const width = Math.max(...RULES.map(({ code }) => code.length));
  return RULES.map(
    ({ code, severity, title }) => `${code.padEnd(width)}  ${severityWord(severity, colours)}  ${title}\n`,
  ).join('');
}

function severityWord(severity: Rule['severity'], colours: Palette): string {
  const word = severity.padEnd('information'.length);
  return severity === 'off' ? colours.dim(word) : colours.severity(severity, word);
}

function explain(rule: Rule, colours: Palette): string {
  const parts = [
    `${colours.bold(rule.code)}  ${severityWord(rule.severity, colours).trimEnd()}\n\n${rule.title}\n${rule.why}\n`,
  ];
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) {
    parts.push(
      `${colours.bold('Options')}\n${options.map(([name, option]) => `  ${name}: ${option.description} Default: ${JSON.stringify(option.default)}.\n`).join('')}`,
    );
  }
  if (rule.bad.length > 0) {
    parts.push(`${colours.bold('Found')}\n${rule.bad.map((each) => example(each, colours)).join('\n')}`);
  }
  if (rule.good.length > 0) {
    parts.push(`${colours.bold('Not found')}\n${rule.good.map((each) => example(each, colours)).join('\n')}`);
  }
  if (rule.calibration) parts.push(`${colours.bold('On the archive')}\n  ${rule.calibration}\n`);
  return `${parts.join('\n')}`;
}

function example(each: Example, colours: Palette): string {
  const lines = [`  ${each.title}\n`];
  if (each.fileName) lines.push(quote(`file name: ${each.fileName}`, colours));
  if (each.settings) lines.push(quote(`.readout.yaml: ${JSON.stringify(each.settings)}`, colours));
  if (each.frontmatter) lines.push(quote(fieldLines(each.frontmatter), colours));
  const text = each.text ?? each.body;
  if (text !== undefined) lines.push(quote(text, colours));
  if (each.fixed !== undefined) {
    const fixed = typeof each.fixed === 'string' ? each.fixed : fieldLines(each.fixed);
    lines.push('  mended:\n', quote(fixed, colours));
  }
  return lines.join('');
}

function fieldLines(fields: Readonly<Record<string, string | null>>): string {
  return Object.entries(fields)
    .map(([key, value]) => (value === null ? `(no ${key})` : `${key}: ${value}`))
    .join('\n');
}

function quote(text: string, colours: Palette): string {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => `    ${colours.dim('|')} ${line}\n`)
    .join('');
}
