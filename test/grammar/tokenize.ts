/** Runs VS Code's own tokenizer over a text, with our grammar injected into a host grammar for Markdown. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

const root = resolve(import.meta.dirname, '../..');
export const GRAMMAR_PATH = join(root, 'syntaxes/readout.injection.tmLanguage.json');

let ready: Promise<void> | undefined;

async function loadOniguruma(): Promise<void> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(
    wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer,
  );
}

/** The host with our grammar injected, as VS Code does it for `injectTo` in package.json. */
export async function loadGrammar(hostPath: string): Promise<IGrammar> {
  ready ??= loadOniguruma();
  await ready;
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName): Promise<IRawGrammar | null> => {
      // A rule whose includes all fail is dropped by the tokenizer: other languages are there, and empty.
      if (scopeName !== 'text.html.markdown' && scopeName !== 'readout.injection')
        return { scopeName, patterns: [] } as unknown as IRawGrammar;
      const path = scopeName === 'text.html.markdown' ? hostPath : GRAMMAR_PATH;
      return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
    },
    getInjections: (scopeName) => (scopeName === 'text.html.markdown' ? ['readout.injection'] : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error(`No grammar at ${hostPath}.`);
  return grammar;
}

/** A run of characters to which our grammar gives scopes. */
export interface ScopedRun {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Our scopes alone, outermost first. */
  readonly scopes: readonly string[];
  /** The host's innermost scope. */
  readonly host: string;
}

/** What our grammar marks in a text; offsets within each line. */
export function readoutRuns(grammar: IGrammar, text: string): readonly ScopedRun[] {
  const runs: ScopedRun[] = [];
  let state = textmate.INITIAL;
  text.split('\n').forEach((line, index) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const ours = scopes.filter((scope) => scope.endsWith('.readout'));
      if (ours.length === 0) continue;
      const end = Math.min(endIndex, line.length);
      runs.push({
        line: index,
        start: startIndex,
        end,
        text: line.slice(startIndex, end),
        scopes: ours,
        host: scopes.filter((scope) => !scope.endsWith('.readout')).at(-1) ?? '',
      });
    }
  });
  return runs;
}

/** A text with its runs below each line, as the snapshots hold it. */
export function snapshotOf(grammar: IGrammar, text: string): string {
  const runs = readoutRuns(grammar, text);
  return text
    .split('\n')
    .flatMap((line, index) => [
      `>${line}`,
      ...runs
        .filter((run) => run.line === index)
        .map(
          (run) =>
            `#${' '.repeat(run.start)}${'^'.repeat(Math.max(1, run.end - run.start))} ${run.scopes.join(' ')}`,
        ),
    ])
    .join('\n');
}
