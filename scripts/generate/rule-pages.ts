/** The rules' pages, their index, and their table in the README: all from the rules' own files. */
import { stringify } from 'yaml';
import type { Settings } from '../../server/src/core/config/settings.ts';
import type { Example, ExampleFields, Rule } from '../../server/src/core/rules/rule.ts';
import { cell, escapeMarkdown, fenced, inlineCode, table, withCarets } from './markdown.ts';
import { type ExampleFinding, findingsOn, fixKind } from './rule-findings.ts';

const HEADER = '<!-- Written by `npm run generate` from the rule’s own file; edit that, not this. -->';

/** What a family of rules is about, for the index. */
const FAMILIES: Readonly<Record<string, string>> = {
  frontmatter: 'The block between the `---` lines: is it there, can it be read, does it say what it must?',
  date: 'Days and moments: in the frontmatter and in the prose.',
  url: 'The address under which the statement is published.',
  tag: 'The section of the site.',
  title: 'The headline.',
  file: 'The file’s name.',
  corpus: 'One document against all the others.',
  body: 'The text itself.',
  readout: 'What makes a readout a readout: who, with whom, and how.',
  name: 'How people and places are spelt, and which office they hold.',
  acronym: 'Short forms.',
};

const SEVERITY_WORDS: Readonly<Record<Rule['severity'], string>> = {
  error: 'must be mended before publication',
  warning: 'should be looked at',
  information: 'worth knowing',
  hint: 'a quiet suggestion',
  off: 'silent until you set a severity',
};

/** The page of one rule. */
export function rulePage(rule: Rule): string {
  const up = '../'.repeat(rule.code.split('/').length - 1);
  const parts = [
    HEADER,
    `# ${rule.code}`,
    rule.title,
    `**Severity:** ${rule.severity} (${SEVERITY_WORDS[rule.severity]}). **Fix:** ${FIX_WORDS[fixKind(rule)]}`,
    '## Why it matters',
    rule.why,
    ...examples('## Reported', rule.bad, rule),
    ...examples('## Not reported', rule.good, rule),
    ...options(rule),
    ...(rule.calibration ? ['## On the archive', rule.calibration] : []),
    '## Setting it',
    `In \`.readout.yaml\`, beside or above the file:`,
    fenced(
      `rules:\n  ${rule.code}: ${rule.severity === 'off' ? 'warning' : rule.severity === 'error' ? 'warning' : 'off'}   # error, warning, information, hint or off`,
      'yaml',
    ),
    ...suppression(rule),
    `[All rules](${up}README.md)`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The index of the pages. */
export function rulesIndex(rules: readonly Rule[]): string {
  const families = [...new Set(rules.map(({ code }) => familyOf(code)))];
  const parts = [
    HEADER.replace('the rule’s own file', 'the rules’ own files').replace('edit that', 'edit those'),
    '# Rules',
    `Readout has ${rules.length} rules. Each has a page with examples, a default severity, and a code that never changes, so that you can set it in \`.readout.yaml\` or silence it at one place. \`readout explain CODE\` shows the same in the terminal.`,
    'Findings named `markdownlint/MD0xx` come from [markdownlint](https://github.com/DavidAnson/markdownlint); its own pages explain them, and [markdownlint.md](../markdownlint.md) says which of its rules are on and why.',
    FIX_LEGEND,
  ];
  for (const family of families) {
    parts.push(
      `## ${family}`,
      FAMILIES[family] ?? '',
      ruleTable(
        rules.filter(({ code }) => familyOf(code) === family),
        '',
      ),
    );
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A table of rules, with links to their pages. @param base where the pages lie, seen from where the table stands. */
export function ruleTable(rules: readonly Rule[], base: string): string {
  return table([
    ['Code', 'Severity', 'What it finds', 'Fix'],
    ...rules.map((rule) => [
      `[\`${rule.code}\`](${base}${rule.code}.md)`,
      rule.severity,
      cell(rule.title),
      FIX_CELLS[fixKind(rule)],
    ]),
  ]);
}

const FIX_WORDS: Readonly<Record<ReturnType<typeof fixKind>, string>> = {
  none: 'none; a person must decide.',
  offered: 'offered as a quick fix, never applied by itself.',
  some: 'a quick fix; applied by itself, on save or by `--fix`, only where it cannot be wrong.',
  safe: 'a quick fix; `--fix` and fixing on save apply it too.',
};

/** What the words in the column “Fix” mean. */
const FIX_LEGEND =
  'Under *Fix*: *yes* means that `readout check --fix` and fixing on save mend it; *offered*, that the editor offers a mend that you must judge; *where certain*, now one, now the other.';

const FIX_CELLS: Readonly<Record<ReturnType<typeof fixKind>, string>> = {
  none: '',
  offered: 'offered',
  some: 'where certain',
  safe: 'yes',
};

function familyOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

function examples(heading: string, list: readonly Example[], rule: Rule): string[] {
  return list.length === 0 ? [] : [heading, ...list.flatMap((each) => example(each, rule))];
}

function example(each: Example, rule: Rule): string[] {
  const parts = [`**${each.title}**`];
  if (each.settings !== undefined)
    parts.push('With these settings:', fenced(settingsYaml(each.settings), 'yaml'));
  if (each.mustBeReadout) parts.push('The file lies in a folder whose files must be readouts.');
  if (each.fileName !== undefined) parts.push(`The file is called ${inlineCode(each.fileName)}.`);
  const others = Object.entries(each.others ?? {});
  if (others.length > 0)
    parts.push(
      `Beside it there is ${others.map(([name, url]) => `${inlineCode(name)}, published at ${inlineCode(url)}`).join(' and ')}.`,
    );
  const { lines, taken } = fieldLines(each.frontmatter ?? {});
  if (taken.length > 0) parts.push(`The frontmatter has no ${taken.join(' and no ')}.`);
  const text = each.text ?? each.body;
  // Of the frontmatter only what the example is about; the rest is as in any correct file.
  const head = lines.length > 0 ? `${each.opening ?? '---'}\n…\n${lines.join('\n')}\n---\n` : '';
  if (head !== '' || text !== undefined)
    parts.push(fenced(withCarets(head + (head !== '' && text !== undefined ? '\n' : '') + (text ?? ''))));
  if (parts.length === 1) parts.push('Any complete frontmatter.');
  return [...parts, ...said(findingsOn(rule, each)), ...fixedParts(each)];
}

/** What the program says, and what it offers, as a quotation. */
function said(findings: readonly ExampleFinding[]): string[] {
  return findings.map(({ message, fixes }) => {
    const offers = fixes.map(({ title, safe }) => `> - ${escapeMarkdown(title)}${safe ? '' : ' (offered)'}`);
    return [`> ${escapeMarkdown(message)}`, ...(offers.length > 0 ? ['>', ...offers] : [])].join('\n');
  });
}

function fixedParts({ fixed, fixedName }: Example): string[] {
  const parts: string[] = [];
  if (fixedName !== undefined) parts.push(`After the fix the file is called ${inlineCode(fixedName)}.`);
  if (typeof fixed === 'string') parts.push('After the fix:', fenced(withCarets(fixed)));
  else if (fixed !== undefined) {
    const { lines, taken } = fieldLines(fixed);
    if (taken.length > 0)
      parts.push(`After the fix ${taken.join(' and ')} ${taken.length > 1 ? 'are' : 'is'} gone.`);
    if (lines.length > 0)
      parts.push('After the fix:', fenced(withCarets(`---\n…\n${lines.join('\n')}\n---`)));
  }
  return parts;
}

/** Fields as lines of frontmatter, and the keys that are taken away. */
function fieldLines(fields: ExampleFields): {
  readonly lines: readonly string[];
  readonly taken: readonly string[];
} {
  const entries = Object.entries(fields);
  return {
    lines: entries.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`])),
    taken: entries.flatMap(([key, value]) => (value === null ? [inlineCode(key)] : [])),
  };
}

/** Settings as they are written in `.readout.yaml`. */
function settingsYaml({ rules, ...others }: Partial<Settings>): string {
  const written = Object.entries(rules ?? {}).map(([code, { severity, options: values }]) => [
    code,
    values === undefined ? severity : { ...(severity && { severity }), ...values },
  ]);
  return stringify({ ...others, ...(rules && { rules: Object.fromEntries(written) }) }, { lineWidth: 0 });
}

function options(rule: Rule): string[] {
  const entries = Object.entries(rule.options ?? {});
  if (entries.length === 0) return [];
  const [first] = entries;
  return [
    '## Options',
    table([
      ['Option', 'Default', 'Meaning'],
      ...entries.map(([name, option]) => [
        `\`${name}\``,
        cell(inlineCode(JSON.stringify(option.default))),
        cell(option.description),
      ]),
    ]),
    ...(first
      ? [
          fenced(
            `rules:\n  ${rule.code}:\n    severity: ${rule.severity === 'off' ? 'warning' : rule.severity}\n    ${first[0]}: ${JSON.stringify(first[1].default)}`,
            'yaml',
          ),
        ]
      : []),
  ];
}

function suppression(rule: Rule): string[] {
  const inBody = '<!-- readout-disable-next-line CODE -- the reason, for whoever reads it next -->';
  const inHead = '# readout-disable-next-line CODE -- the reason';
  const head = rule.scope === 'frontmatter' || rule.scope === 'corpus';
  return [
    'At one place, above the line:',
    head
      ? fenced(inHead.replace('CODE', rule.code), 'yaml')
      : fenced(inBody.replace('CODE', rule.code), 'markdown'),
    'A suppression that silences nothing is reported itself.',
  ];
}
