/** What the tests do in the editor and read from it. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './runner.ts';

export const CALL = '2024-03-05-readout-of-president-strands-call-with-prime-minister-okonjo-of-sudavia.md';
export const MEETING = '2024-04-11-readout-of-president-strands-meeting-with-president-ilves-of-keldany.md';
export const SHEET = '2024-05-02-fact-sheet-on-norland.md';
export const FOREIGN = 'notes.md';

/** Opens a file of the test workspace in an editor, as it is on disk. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the test workspace is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  const editor = await vscode.window.showTextDocument(document);
  if (document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  return editor;
}

/** Opens a new Markdown document with this text. */
export async function openUntitled(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
  );
}

/** Our findings on a document, as far as they are known by now. */
export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'readout' || source === 'markdownlint');
}

/** The code of a finding. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The first finding with a code, as soon as there is one. */
export function finding(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  return eventually(() => {
    const all = findings(document);
    const found = all.find((diagnostic) => codeOf(diagnostic) === code);
    assert.ok(found, `${code} is among the findings: ${all.map(codeOf).join(', ') || 'none'}`);
    return found;
  });
}

/** Waits until a code is no longer reported. */
export function gone(document: vscode.TextDocument, code: string): Promise<void> {
  return eventually(() => {
    const left = findings(document).find((diagnostic) => codeOf(diagnostic) === code);
    assert.equal(left && `${left.range.start.line}: ${left.message}`, undefined, `${code} is still reported`);
  });
}

/** The range of the first place where `text` stands. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `the document contains “${text}”`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** A semantic token with its text. */
export interface Token {
  readonly text: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** The semantic tokens of a document, decoded. */
export async function tokensOf(document: vscode.TextDocument): Promise<Token[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  if (!legend || !tokens) return [];
  const decoded: Token[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < tokens.data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = tokens.data.slice(i, i + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    decoded.push({
      text: document.getText(new vscode.Range(line, character, line, character + length)),
      type: legend.tokenTypes[type] ?? '',
      modifiers: legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit)),
    });
  }
  return decoded;
}

/** Every symbol of a document with its depth, in order. */
export async function symbolsOf(document: vscode.TextDocument): Promise<{ name: string; depth: number }[]> {
  const roots = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const all: { name: string; depth: number }[] = [];
  const visit = (symbols: readonly vscode.DocumentSymbol[], depth: number): void => {
    for (const symbol of symbols) {
      all.push({ name: symbol.name, depth });
      visit(symbol.children, depth + 1);
    }
  };
  visit(roots ?? [], 0);
  return all;
}
