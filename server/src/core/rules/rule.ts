/**
 * What a rule is. One file holds everything about it: code, severity, why it matters, examples, check and fix. Its
 * documentation page, its entry in the settings schema, `readout explain` and its tests are made from that file.
 */
import type { Settings, Severity, SeverityOrOff } from '../config/settings.ts';
import type { Block } from '../document/block.ts';
import type { Readout } from '../document/readout.ts';
import type { Span, TextEdit } from '../text/span.ts';

/** A mend for a problem. */
export interface Fix {
  /** What it does, as a button says it: `Change to “2023-11-17”`. */
  readonly title: string;
  /** Smallest possible replacements; spans count from where the problem's span does. */
  readonly edits: readonly TextEdit[];
  /** A safe fix cannot be wrong: `--fix` and fix-on-save apply it. Any other is offered and never applied by itself. */
  readonly safe: boolean;
  /** New base name for the file, where the fix is to rename it. */
  readonly renameTo?: string;
}

/** What a check reports. */
export interface Problem {
  /** Offsets in the file; for a block rule, from the block's start. */
  readonly span: Span;
  /** In plain words: what is wrong, what was expected, how to mend it. */
  readonly message: string;
  /** The mends, best first; computed only when somebody asks. */
  readonly fixes?: () => readonly Fix[];
}

/** A problem with its code and severity, in file offsets. */
export interface Finding extends Problem {
  readonly code: string;
  readonly severity: Severity;
}

/** Other documents, as far as rules may know them. */
export interface CorpusView {
  /** Names (paths as the shell knows them) of the other documents with this `source_url`, in a stable order. */
  othersWithUrl(url: string, self: string | undefined): readonly string[];
}

/** A file under check. */
export interface CheckedFile {
  readonly readout: Readout;
  /** Path with forward slashes, as the shell knows it; undefined for untitled text. */
  readonly path: string | undefined;
}

export interface RuleContext<Options> extends CheckedFile {
  /** The file's base name, or undefined for untitled text. */
  readonly fileName: string | undefined;
  /** Whether the file lies under the configured globs, so that it must be a readout whatever it looks like. */
  readonly mustBeReadout: boolean;
  readonly settings: Settings;
  readonly options: Options;
}

export interface BlockContext<Options> {
  readonly settings: Settings;
  readonly options: Options;
  /** The document's `date` as written, where the rule declared `needsDate`; else undefined. */
  readonly documentDate: string | undefined;
}

/**
 * One example document, or a part of one; `example.ts` makes the whole of it. `⟦` and `⟧` enclose each span that the
 * rule reports.
 */
export interface Example {
  /** A short sentence: what this shows. */
  readonly title: string;
  /**
   * Fields laid over a correct frontmatter by key (`null` takes a key away, one that is not there is put at the end);
   * values are written as in YAML. Marks may stand in keys and values.
   */
  readonly frontmatter?: ExampleFields;
  /** The opening fence; by default `---`. */
  readonly opening?: string;
  /** The body below the frontmatter; by default a correct one. */
  readonly body?: string;
  /** The whole file, where the parts above cannot express it. */
  readonly text?: string;
  /** Base name of the file; by default the one that fits the frontmatter. */
  readonly fileName?: string;
  /** Whether the file lies under the configured globs; by default not. */
  readonly mustBeReadout?: boolean;
  /** Settings in force, laid over the built-in profile: those that differ. */
  readonly settings?: Partial<Settings>;
  /** Names of other documents with their `source_url`, for rules that compare documents. */
  readonly others?: Readonly<Record<string, string>>;
  /** The moment at which it is to be released, as a timestamp; by default it is not to be. */
  readonly releaseAt?: string;
  /**
   * What the first fix makes of it: the whole text where the example gives `text`, the body where it gives `body`,
   * else the fields to lay over the frontmatter in the place of `frontmatter`. Absent if there is no fix.
   */
  readonly fixed?: string | ExampleFields;
  /** New base name of the file, where the first fix renames it. */
  readonly fixedName?: string;
}

/** Fields of an example's frontmatter, written as in YAML. */
export type ExampleFields = Readonly<Record<string, string | null>>;

/** Schema and default of one option. */
export interface OptionDefinition {
  readonly default: unknown;
  readonly description: string;
  /** JSON Schema of the value. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** One code named by a suppression, with its place in the file. */
export interface SuppressedCode {
  readonly code: string;
  readonly span: Span;
}

/** A comment that silences findings, or ends a silence. All spans are file offsets. */
export interface Suppression {
  /** What the comment says after `readout-`; a word that is none of the four known ones silences nothing. */
  readonly verb: string;
  readonly verbSpan: Span;
  /** The codes and families (`body/*`) it names; none means every code. */
  readonly codes: readonly SuppressedCode[];
  /** The whole comment, from `<!--` to `-->`, or from `#` to the end of the line. */
  readonly span: Span;
  readonly inFrontmatter: boolean;
}

/** A suppression with what came of it. */
export interface JudgedSuppression {
  readonly suppression: Suppression;
  /** Whether the comment as a whole did nothing (with codes: each of them). */
  readonly useless: boolean;
  /** The codes that silenced nothing. */
  readonly uselessCodes: readonly SuppressedCode[];
  /** The codes that no rule has, each with the known code that was most likely meant. */
  readonly unknownCodes: readonly (SuppressedCode & { readonly meant: string | undefined })[];
}

interface RuleFacts {
  /** `family/name`; never renamed, never reused. The file lies at `rules/<code>.ts`. */
  readonly code: string;
  readonly severity: SeverityOrOff;
  /** One sentence: what the rule finds. */
  readonly title: string;
  /** One or two sentences: why it matters to a press office. */
  readonly why: string;
  readonly options?: Readonly<Record<string, OptionDefinition>>;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  /** What a run over the archive said: counts, and what a reading of the findings showed. */
  readonly calibration?: string;
}

/** Depends on the frontmatter, the file name and the settings alone. */
export interface FrontmatterRule extends RuleFacts {
  readonly scope: 'frontmatter';
  check(context: RuleContext<Readonly<Record<string, unknown>>>): Iterable<Problem>;
}

/** Depends on one block (and, if it says so, on the document's date): checked again only when that block changes. */
export interface BlockRule extends RuleFacts {
  readonly scope: 'block';
  /** Whether the check reads `documentDate`. */
  readonly needsDate?: boolean;
  check(block: Block, context: BlockContext<Readonly<Record<string, unknown>>>): Iterable<Problem>;
}

/** Sees the whole document. Runs after every edit, so it combines facts derived per block and never reads `readout.text`. */
export interface DocumentRule extends RuleFacts {
  readonly scope: 'document';
  check(context: RuleContext<Readonly<Record<string, unknown>>>): Iterable<Problem>;
}

/** Compares the document with others. */
export interface CorpusRule extends RuleFacts {
  readonly scope: 'corpus';
  check(context: RuleContext<Readonly<Record<string, unknown>>>, corpus: CorpusView): Iterable<Problem>;
}

/** Judges the suppressions themselves, after they were laid over what all other rules found. */
export interface SuppressionRule extends RuleFacts {
  readonly scope: 'suppression';
  check(judged: readonly JudgedSuppression[], context: { readonly readout: Readout }): Iterable<Problem>;
}

/** What is known where a document is to be released. */
export interface ReleaseContext {
  /** The moment of release, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** What all other rules found and nothing silences. */
  readonly findings: readonly Finding[];
}

/** Judges whether the document may go out. Runs only where somebody asks for that, and cannot be silenced by a comment. */
export interface ReleaseRule extends RuleFacts {
  readonly scope: 'release';
  check(file: CheckedFile, context: ReleaseContext): Iterable<Problem>;
}

export type Rule = FrontmatterRule | BlockRule | DocumentRule | CorpusRule | SuppressionRule | ReleaseRule;

/** Declares a rule; for the type alone. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}

/**
 * The page that explains a code. Our own pages ship with the program; markdownlint's are its own.
 * @param docs absolute URL of the `docs/` folder, with a slash at the end: each shell knows where that is.
 */
export function ruleUrl(code: string, docs: string): string {
  const markdownlint = /^markdownlint\/(.+)$/.exec(code)?.[1];
  if (markdownlint)
    return `https://github.com/DavidAnson/markdownlint/blob/v0.40.0/doc/${markdownlint.toLowerCase()}.md`;
  return `${docs}rules/${code}.md`;
}

/** One replacement fix, the common case. */
export function replacement(title: string, span: Span, newText: string, safe: boolean): Fix {
  return { title, edits: [{ span, newText }], safe };
}
