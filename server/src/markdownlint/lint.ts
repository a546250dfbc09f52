/**
 * What is asked of the library `markdownlint` and what it answers, both as plain data, so that they can be sent to a
 * thread and back. The library is loaded when it is first needed.
 */
import type { Configuration, LintError } from 'markdownlint';
import { excerptOf } from './excerpt.ts';

/** A document that is to be linted. */
export interface LintJob {
  /** Everything in front of the body. */
  readonly head: string;
  /** How many lines end in `head`. */
  readonly headLines: number;
  readonly body: string;
  readonly configuration: Configuration;
  /** Ids of the rules that are on; undefined if the configuration is too free to tell. */
  readonly rules: readonly string[] | undefined;
}

/** What the library found at one place. Lines count from zero, in the whole file; columns from one, as the library's. */
export interface LintedPlace {
  /** `MD0xx`. */
  readonly rule: string;
  readonly description: string;
  readonly detail: string | undefined;
  readonly line: number;
  /** Column and length; undefined for the whole line. */
  readonly range: readonly [column: number, length: number] | undefined;
  readonly fix: LintedFix | undefined;
}

export interface LintedFix {
  readonly line: number;
  readonly column: number;
  /** -1 takes the whole line, with its break. */
  readonly deleteCount: number;
  readonly insertText: string;
}

/** What became of a job. */
export interface LintAnswer {
  readonly places: readonly LintedPlace[];
  /** Lines of the file at which paragraphs begin that were left out because they are too long. */
  readonly tooLong: readonly number[];
  /** Whether the library was asked at all: where no rule can find anything, it is not. */
  readonly isParsed: boolean;
  /** Why the library failed, if it did. */
  readonly failure?: string;
}

const NOTHING: LintAnswer = { places: [], tooLong: [], isParsed: false };

/** Whether any of the rules that are on can possibly find something in a body. Linear, and cheap beside the library. */
export function canFindAnything({ body, rules }: Pick<LintJob, 'body' | 'rules'>): boolean {
  return rules?.length !== 0 && excerptOf(body, rules ?? ANY) !== undefined;
}

/** Where the rules that are on cannot be told, everything is read. */
const ANY: readonly string[] = ['any'];

/** Carries out a job in this thread. Never rejected. */
export async function lint(job: LintJob): Promise<LintAnswer> {
  const { head, headLines, body, configuration, rules } = job;
  const excerpt = rules?.length === 0 ? undefined : excerptOf(body, rules ?? ANY);
  if (excerpt === undefined) return NOTHING;
  const tooLong = excerpt.tooLong.map((line) => headLines + line);
  try {
    const library = await import('markdownlint/sync');
    const results = library.lint({
      strings: { document: head + excerpt.text },
      config: configuration,
      frontMatter: headPattern(head),
      handleRuleFailures: true,
    });
    const lineOf: LineOf = (number) =>
      number <= headLines ? number - 1 : headLines + (excerpt.lines[number - 1 - headLines] ?? 0);
    const places = (results['document'] ?? []).map((error) => placeOf(error, lineOf));
    return { places, tooLong, isParsed: true };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { places: [], tooLong, isParsed: true, failure };
  }
}

/**
 * Matches exactly the characters before the body, so that markdownlint counts lines as in the file.
 * The library takes a byte order mark away before it looks.
 */
function headPattern(head: string): RegExp | null {
  const length = head.length - (head.charCodeAt(0) === 0xfeff ? 1 : 0);
  return length > 0 ? new RegExp(`^[^]{${length}}`) : null;
}

/** The file's line (zero-based) of a line of what was linted (from one). */
type LineOf = (number: number) => number;

function placeOf(error: LintError, lineOf: LineOf): LintedPlace {
  const { fixInfo: info, errorRange: range } = error;
  return {
    rule: error.ruleNames[0] ?? 'MD000',
    description: error.ruleDescription,
    detail: error.errorDetail || undefined,
    line: lineOf(error.lineNumber),
    range: range && range.length > 0 ? [range[0] as number, range[1] as number] : undefined,
    fix: info
      ? {
          line: lineOf(info.lineNumber ?? error.lineNumber),
          column: info.editColumn ?? 1,
          deleteCount: info.deleteCount ?? 0,
          insertText: info.insertText ?? '',
        }
      : undefined,
  };
}
