/** From checked files to a report on standard output and an exit code: the same for a check and for merged reports. */
import type { CheckedFile } from './check-file.ts';
import { EXIT } from './command.ts';
import { count, type FileReport, noTotals, type Reporter, type Totals } from './report/report.ts';
import type { Terminal } from './terminal.ts';

/** Reports are written in pieces of about this many characters. */
const PIECE = 65_536;

/** What is known before the first file is checked. */
export interface RunHead {
  /** One sentence for each path that could not be read. */
  readonly problems: readonly string[];
  /** What is wrong in settings files, and in the house's templates. */
  readonly settings: readonly FileReport[];
}

/** How a run is judged. */
export interface Judgement {
  /** Errors alone are reported; warnings still count. */
  readonly quiet: boolean;
  /** More warnings than this end with exit code 1. */
  readonly maxWarnings: number;
}

/** Collects a report, writes it in pieces, and counts. */
export class Report {
  readonly totals: Totals = noTotals();
  readonly #reporter: Reporter;
  readonly #judgement: Judgement;
  readonly #terminal: Terminal;
  #piece = '';
  #failed = false;

  constructor(reporter: Reporter, judgement: Judgement, terminal: Terminal) {
    this.#reporter = reporter;
    this.#judgement = judgement;
    this.#terminal = terminal;
    this.#piece = reporter.begin();
  }

  /** Tells what went wrong before the first file: sentences to standard error, settings into the report. */
  async start({ problems, settings }: RunHead): Promise<void> {
    for (const problem of problems) this.#tell(problem);
    // A template's mistake is one like any in a statement; with settings in doubt, nothing said can be relied on.
    const isAboutSettings = ({ findings }: FileReport): boolean =>
      findings.some(({ code }) => !code.startsWith('template/'));
    if (settings.some(isAboutSettings)) this.#failed = true;
    for (const each of settings) await this.add(each);
  }

  /** A file that was checked, mended, or could not be read. @param clear takes the progress line away. */
  async addChecked({ report, problem, diff, fixed }: CheckedFile, clear: () => void): Promise<void> {
    if (problem !== undefined) {
      clear();
      this.#tell(problem);
    }
    this.addFixes(diff ?? '', fixed ?? 0);
    if (problem === undefined || report.checked) await this.add(report);
  }

  async add(file: FileReport): Promise<void> {
    count(this.totals, file);
    this.#piece += this.#reporter.file(
      this.#judgement.quiet
        ? { ...file, findings: file.findings.filter(({ severity }) => severity === 'error') }
        : file,
    );
    if (this.#piece.length >= PIECE) await this.#flush();
  }

  /** A fixed file's diff, and how many findings were mended. */
  addFixes(diff: string, fixed: number): void {
    this.#piece += diff;
    this.totals.fixed += fixed;
    if (fixed > 0) this.totals.filesFixed++;
  }

  async end(): Promise<void> {
    this.#piece += this.#reporter.end(this.totals);
    await this.#flush();
  }

  #tell(problem: string): void {
    this.#failed = true;
    this.#terminal.err(`readout: ${problem}\n`);
  }

  async #flush(): Promise<void> {
    const piece = this.#piece;
    this.#piece = '';
    await this.#terminal.out(piece);
  }

  /** The exit code for what was found, and for what could not be read. */
  get exit(): number {
    if (this.#failed) return EXIT.usage;
    const { error, warning } = this.totals.bySeverity;
    return error > 0 || warning > this.#judgement.maxWarnings ? EXIT.findings : EXIT.ok;
  }
}
