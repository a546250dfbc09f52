/**
 * The markdownlint stage: the Markdown of the whole document, by the library `markdownlint`. The dearest step of a
 * check by far, so it is loaded on first use, may run later than our own rules, and may be left out.
 */
import type { Configuration } from 'markdownlint';
import { MARKDOWNLINT_RULES, markdownlintCode } from '../core/config/markdownlint-rules.ts';
import { derive } from '../core/document/derive.ts';
import type { Finding, Fix, Readout, Settings, Severity } from '../core/index.ts';
import { type LintAnswer, type LintedFix, type LintedPlace, type LintJob, lint } from './lint.ts';
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

/** Carries out a job: in this thread, or in another. */
export type Linter = (job: LintJob) => Promise<LintAnswer>;

/**
 * What markdownlint says about a document, with codes `markdownlint/MD0xx` and places in the whole file, ordered.
 * Suppressions are not yet applied. Where the library fails, that is a finding; rejected only if `linter` is.
 */
export async function lintMarkdown(
  readout: Readout,
  settings: Settings,
  linter: Linter = lint,
): Promise<Finding[]> {
  const plan = planOf(settings);
  markdownlintWork.documentsAsked++;
  if (plan.rules?.length === 0) return [];
  const answer = await linter({
    head: readout.head,
    headLines: readout.positionAt(readout.bodyStart).line,
    body: readout.slice({ start: readout.bodyStart, end: readout.length }),
    configuration: plan.configuration,
    rules: plan.rules,
  });
  if (answer.isParsed) markdownlintWork.documentsParsed++;
  if (answer.failure !== undefined) return [failure('markdownlint', answer.failure)];
  const found = answer.places.flatMap((place) => findingOf(place, readout, plan));
  found.push(...answer.tooLong.map((line) => leftOut(readout, line)));
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
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

function findingOf(place: LintedPlace, readout: Readout, plan: Plan): Finding[] {
  const { rule, detail } = place;
  const severity = plan.severityOf(rule);
  if (severity === 'off') return [];
  if (detail?.startsWith(THREW)) return [failure(`markdownlint’s rule ${rule}`, detail.slice(THREW.length))];
  const lineStart = readout.offsetAt({ line: place.line, character: 0 });
  const lineEnd = readout.offsetAt({ line: place.line, character: Number.MAX_SAFE_INTEGER });
  const [column, length] = place.range ?? [1, lineEnd - lineStart];
  const start = Math.min(lineStart + column - 1, lineEnd);
  const fix = place.fix && fixOf(place.fix, rule, readout);
  return [
    {
      code: markdownlintCode(rule),
      severity,
      span: { start, end: Math.min(start + Math.max(length, 0), lineEnd) },
      message: messageOf(place),
      ...(fix && { fixes: () => [fix] }),
    },
  ];
}

function messageOf({ rule, description, detail }: LintedPlace): string {
  const plain = PLAIN_MESSAGES[rule] ?? `${description}.`;
  return detail === undefined ? plain : `${plain} (${detail})`;
}

function fixOf({ line, column, deleteCount, insertText }: LintedFix, rule: string, readout: Readout): Fix {
  const lineStart = readout.offsetAt({ line, character: 0 });
  const lineEnd = readout.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  const title = `Mend as ${rule} asks`;
  const safe = SAFE_FIXES.has(rule);
  if (deleteCount === -1) {
    const next = readout.offsetAt({ line: line + 1, character: 0 });
    const end = line + 1 < readout.lineCount ? next : lineEnd;
    return { title, edits: [{ span: { start: lineStart, end }, newText: '' }], safe };
  }
  const start = Math.min(lineStart + column - 1, lineEnd);
  const end = Math.min(start + deleteCount, lineEnd);
  // The library writes \n; the file may end its lines otherwise.
  const newText = endsLinesWithCrLf(readout) ? insertText.replaceAll('\n', '\r\n') : insertText;
  return { title, edits: [{ span: { start, end }, newText }], safe };
}

/** Judged by the head and the body's beginning: joining the whole text would take too long. */
const endsLinesWithCrLf = derive((readout: Readout): boolean => {
  const { head, bodyStart, length } = readout;
  const end = Math.min(length, bodyStart + 10_000);
  return head.includes('\r\n') || readout.slice({ start: bodyStart, end }).includes('\r\n');
});
