/**
 * The floor that the benchmarks count in: a language server that does nothing but keep the text, parse the YAML of the
 * frontmatter and the Markdown of the body anew after every change, and publish that it found nothing.
 */
import MarkdownIt from 'markdown-it';
import {
  createConnection,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const markdown = new MarkdownIt();

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  const text = document.getText();
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const diagnostics = [];
  try {
    parse(match?.[1] ?? '');
  } catch {
    diagnostics.push({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      message: 'YAML',
      severity: 1,
    });
  }
  markdown.parse(text.slice(match?.[0].length ?? 0), {});
  connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});
documents.listen(connection);
connection.listen();
