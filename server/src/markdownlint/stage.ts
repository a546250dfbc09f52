/**
 * The markdownlint stage: the Markdown of the whole document, by the library `markdownlint`. The dearest step of a
 * check by far, so it is loaded on first use, may run later than our own rules, and may be left out.
 */
import type { Configuration, LintError } from 'markdownlint';
import { MARKDOWNLINT_RULES, markdownlintCode } from '../core/config/markdownlint-rules.ts';
import type { Finding, Fix, Readout, Settings, Severity } from '../core/index.ts';
import { excerptOf } from './excerpt.ts';
import { PLAIN_MESSAGES } from './messages.ts';

/**
 * Rules that a published statement should obey. Chosen on the archive (`docs/markdownlint.md`): every one finds what
 * readers see broken or cannot use, and correct documents keep it.
 */
export const DEFAULT_RULES: readonly string[] = [
  'MD010',
  'MD011',
  'MD018',
  'MD037',
  'MD039',
  'MD042',
  'MD045',
  'MD051',
  'MD052',
  'MD053',
  'MD056',
];

/** Fixes that cannot change what readers see, but for the mistake. Any other is offered only. */
const SAFE_FIXES: ReadonlySet<string> = new Set(['MD009', 'MD012', 'MD047']);

/** Severity of a finding where nothing else is configured. */
const DEFAULT_SEVERITY: Severity = 'information';

/** Counts work done since the process started; tests assert on differences, the bench prints them. */
export const markdownlintWork = { documentsAsked: 0, documentsParsed: 0 };

interface Plan {
  readonly configuration: Configuration;
  /** Ids of the rules that are on; undefined if the configuration is too free to tell. */
  readonly rules: readonly string[] | undefined;
  readonly severityOf: (id: string) => Severity | 'off';
}

const plans = new WeakMap<Settings, Plan>();

/**
 * What markdownlint says about a document, with codes `markdownlint/MD0xx` and places in the whole file, ordered.
 * Suppressions are not yet applied. Never throws: where the library fails, that is a finding.
 */
export async function lintMarkdown(readout: Readout, settings: Settings): Promise<Finding[]> {
  const plan = planOf(settings);
  markdownlintWork.documentsAsked++;
  if (plan.rules?.length === 0) return [];
  const text = readout.text;
  const body = text.slice(readout.bodyStart);
  // Where the rules that are on cannot be told, everything is read.
  const excerpt = excerptOf(body, plan.rules ?? ['any']);
  if (excerpt === undefined) return [];
  markdownlintWork.documentsParsed++;
  try {
    const { lint } = await import('markdownlint/sync');
    const results = lint({
      strings: { document: readout.head + excerpt.text },
      config: plan.configuration,
      frontMatter: headPattern(readout),
      handleRuleFailures: true,
    });
    const headLines = readout.positionAt(readout.bodyStart).line;
    const lineOf: LineOf = (number) =>
      number <= headLines ? number - 1 : headLines + (excerpt.lines[number - 1 - headLines] ?? 0);
    const found = (results['document'] ?? []).flatMap((error) => findingOf(error, readout, plan, lineOf));
    found.push(...excerpt.tooLong.map((line) => leftOut(readout, headLines + line)));
    return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  } catch (error) {
    return [failure('markdownlint', error instanceof Error ? error.message : String(error))];
  }
}

/**
 * Matches exactly the characters before the body, so that markdownlint counts lines as in the file.
 * The library takes a byte order mark away before it looks.
 */
function headPattern(readout: Readout): RegExp | null {
  const length = readout.bodyStart - (readout.head.charCodeAt(0) === 0xfeff ? 1 : 0);
  return length > 0 ? new RegExp(`^[^]{${length}}`) : null;
}

function planOf(settings: Settings): Plan {
  let plan = plans.get(settings);
  if (!plan) {
    plan = makePlan(settings);
    plans.set(settings, plan);
  }
  return plan;
}

function makePlan(settings: Settings): Plan {
  const configuration: Configuration = { default: false };
  for (const id of DEFAULT_RULES) configuration[id] = true;
  const severities = new Map<string, Severity | 'off'>();
  const idOf = new Map(
    Object.entries(MARKDOWNLINT_RULES).flatMap(([id, aliases]) =>
      [id, ...aliases].map((name) => [name.toUpperCase(), id] as const),
    ),
  );
  let wholesale = false;
  for (const [name, value] of Object.entries(settings.markdownlint)) {
    const id = idOf.get(name.toUpperCase());
    // Later names win in markdownlint; one name for each rule keeps an alias from losing to our default.
    configuration[id ?? name] = value as Configuration[string];
    if (!id) wholesale = true;
    const severity = id && configuredSeverity(value);
    if (severity) severities.set(id, severity);
  }
  for (const id of Object.keys(MARKDOWNLINT_RULES)) {
    const severity = settings.rules[markdownlintCode(id)]?.severity;
    if (severity === undefined) continue;
    severities.set(id, severity);
    if (severity === 'off') configuration[id] = false;
    else if (configuration[id] === undefined || configuration[id] === false) configuration[id] = true;
  }
  const rules = Object.keys(MARKDOWNLINT_RULES).filter(
    (id) => configuration[id] !== undefined && configuration[id] !== false,
  );
  return {
    configuration,
    rules: wholesale ? undefined : rules,
    severityOf: (id) => severities.get(id) ?? DEFAULT_SEVERITY,
  };
}

/** markdownlint knows `"error"`, `"warning"` and `{ severity: … }` as values of a rule. */
function configuredSeverity(value: unknown): Severity | undefined {
  const written =
    typeof value === 'object' && value !== null ? (value as { severity?: unknown }).severity : value;
  return written === 'error' || written === 'warning' ? written : undefined;
}

/** How the library begins the detail of a rule that failed (`handleRuleFailures`). */
const THREW = 'This rule threw an exception: ';

function failure(what: string, why: string): Finding {
  return {
    code: 'readout/internal',
    severity: 'information',
    span: { start: 0, end: 0 },
    message: `${what} failed on this document (${why}). The other rules are not affected.`,
  };
}

function leftOut(readout: Readout, line: number): Finding {
  const start = readout.offsetAt({ line, character: 0 });
  return {
    code: 'readout/internal',
    severity: 'information',
    span: { start, end: start },
    message:
      'The paragraph that begins here is too long, or has too many marks, for markdownlint: its Markdown was not checked. All other rules have read it.',
  };
}

/** The file's line (zero-based) of a line of what was linted (from one). */
type LineOf = (number: number) => number;

function findingOf(error: LintError, readout: Readout, plan: Plan, lineOf: LineOf): Finding[] {
  const id = error.ruleNames[0] ?? 'MD000';
  const severity = plan.severityOf(id);
  if (severity === 'off') return [];
  if (error.errorDetail?.startsWith(THREW))
    return [failure(`markdownlint’s rule ${id}`, error.errorDetail.slice(THREW.length))];
  const line = lineOf(error.lineNumber);
  const lineStart = readout.offsetAt({ line, character: 0 });
  const lineEnd = readout.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  const [column = 1, length = lineEnd - lineStart] = error.errorRange ?? [];
  const start = Math.min(lineStart + column - 1, lineEnd);
  const fix = fixOf(error, id, readout, lineOf);
  return [
    {
      code: markdownlintCode(id),
      severity,
      span: { start, end: Math.min(start + Math.max(length, 0), lineEnd) },
      message: messageOf(error, id),
      ...(fix && { fixes: () => [fix] }),
    },
  ];
}

function messageOf(error: LintError, id: string): string {
  const plain = PLAIN_MESSAGES[id] ?? `${error.ruleDescription}.`;
  return error.errorDetail ? `${plain} (${error.errorDetail})` : plain;
}

/** `fixInfo` counts lines and columns from one; a `deleteCount` of -1 takes the whole line, with its break. */
function fixOf(error: LintError, id: string, readout: Readout, lineOf: LineOf): Fix | undefined {
  const info = error.fixInfo;
  if (!info) return undefined;
  const line = lineOf(info.lineNumber ?? error.lineNumber);
  const lineStart = readout.offsetAt({ line, character: 0 });
  const lineEnd = readout.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  const title = `Mend as ${id} asks`;
  const safe = SAFE_FIXES.has(id);
  if (info.deleteCount === -1) {
    const next = readout.offsetAt({ line: line + 1, character: 0 });
    const end = line + 1 < readout.lineCount ? next : lineEnd;
    return { title, edits: [{ span: { start: lineStart, end }, newText: '' }], safe };
  }
  const start = Math.min(lineStart + (info.editColumn ?? 1) - 1, lineEnd);
  const end = Math.min(start + (info.deleteCount ?? 0), lineEnd);
  // The library writes \n; the file may end its lines otherwise.
  const lineBreak = readout.slice({ start: 0, end: Math.min(readout.length, 10_000) }).includes('\r\n')
    ? '\r\n'
    : '\n';
  const newText = (info.insertText ?? '').replaceAll('\n', lineBreak);
  return { title, edits: [{ span: { start, end }, newText }], safe };
}
