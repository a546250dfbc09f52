/** Workspace edits: from the core's offsets to what the editor applies, tied to the version they were made for. */
import type { ClientCapabilities, RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../core/index.ts';
import { toLspEdit } from './convert.ts';
import type { ServerContext, Snapshot } from './feature.ts';
import { renamedUri } from './uri.ts';

/** Whether the editor can rename a file as part of an edit. */
export function canRenameFiles(client: ClientCapabilities): boolean {
  const edit = client.workspace?.workspaceEdit;
  return edit?.documentChanges === true && edit.resourceOperations?.includes('rename') === true;
}

/**
 * An edit of one document, and a new base name for its file where one is given and the editor can rename files.
 * Editors that know versions refuse it once the document has changed.
 */
export function toWorkspaceEdit(
  { client }: Pick<ServerContext, 'client'>,
  snapshot: Snapshot,
  edits: readonly TextEdit[],
  renameTo?: string,
): WorkspaceEdit {
  const { uri, version, readout } = snapshot;
  const converted = edits.map((edit) => toLspEdit(readout, edit));
  if (client.workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: converted } };
  const documentChanges: (TextDocumentEdit | RenameFile)[] = [];
  if (converted.length > 0) documentChanges.push({ textDocument: { uri, version }, edits: converted });
  if (renameTo !== undefined && canRenameFiles(client)) {
    documentChanges.push({
      kind: 'rename',
      oldUri: uri,
      newUri: renamedUri(uri, renameTo),
      options: { overwrite: false, ignoreIfExists: false },
    });
  }
  return { documentChanges };
}
