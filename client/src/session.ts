/** What lives while the extension is active: the language client, and what it feeds. */
import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createClient } from './client.ts';
import { DocumentStatus } from './document-status.ts';
import { Explorer } from './explorer.ts';
import { LanguageStatus } from './language-status.ts';
import { registerPaste } from './paste.ts';
import { ReleaseGuard } from './release-guard.ts';

/** Client and views. */
export interface Session {
  readonly client: LanguageClient;
  readonly explorer: Explorer;
  /** What the server says of the document in the active editor. */
  readonly status: DocumentStatus;
  readonly guard: ReleaseGuard;
  readonly languageStatus: LanguageStatus;
}

/**
 * Starts the language server; resolves when it answers, or cannot be started: then the library has told so, and
 * *Restart Language Server* is still at hand. Ends with the extension.
 */
export async function startSession(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): Promise<Session> {
  const client = createClient(context.extensionUri, context.storageUri, output);
  const explorer = new Explorer(client, output);
  const status = new DocumentStatus(client, output);
  const guard = new ReleaseGuard(status);
  const languageStatus = new LanguageStatus(client, status, output);
  context.subscriptions.push(explorer, status, guard, languageStatus);
  await client.start().catch((error: unknown) => output.error('The language server did not start.', error));
  context.subscriptions.push(registerPaste(client, output));
  return { client, explorer, status, guard, languageStatus };
}
