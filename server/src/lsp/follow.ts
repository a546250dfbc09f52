/** Follows what the editor says about settings, files and folders. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type InitializeParams,
} from 'vscode-languageserver';
import type { ServerContext } from './feature.ts';
import { SettingsProblems } from './settings-problems.ts';
import { TemplateProblems } from './template-problems.ts';
import { pathOfUri } from './uri.ts';

/** The file operations that the editor is asked to tell: watchers say nothing of what a moved folder holds. */
export const ANY_FILE = { filters: [{ scheme: 'file', pattern: { glob: '**' } }] };

/**
 * Registers for everything that can change beside the open documents themselves.
 * @param first paths of the workspace's folders when the server started.
 */
export function follow(context: ServerContext, first: readonly string[]): void {
  const { connection, client, settings, events } = context;
  const files = followFiles(context, first);
  const again = (): void => {
    settings.invalidate();
    events.recheck();
    files.scan();
  };
  const problems = followSettings(context);
  connection.onDidChangeConfiguration(again);
  connection.onDidChangeWatchedFiles((params) => {
    files.watched(params);
    for (const { uri, type } of params.changes)
      if (type === FileChangeType.Deleted) problems.gone(pathOfUri(uri) ?? '');
    if (params.changes.some(({ uri }) => settings.dependsOn(pathOfUri(uri) ?? ''))) again();
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'readout' });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{md,markdown,yaml,yml,json}' }],
      });
    files.initialized();
  });
}

/** Looks settings up for what is opened, and shows what is wrong in them and in templates. */
function followSettings(context: ServerContext): SettingsProblems {
  const { documents, settings, host } = context;
  const problems = new SettingsProblems(context);
  const templates = new TemplateProblems(context, problems);
  settings.onProblems((read, found) => {
    // What is being edited is judged as it stands there, not as it was saved.
    const isOnDisk = (file: string): boolean => !templates.isOpen(file);
    problems.show(
      read.filter(isOnDisk),
      found.filter(({ file }) => isOnDisk(file)),
    );
  });
  documents.listen(({ kind, document }) => {
    if (kind === 'opened') void settings.of(document.uri, document.path);
    if (kind === 'closed') settings.forget(document.uri);
    if (document.path === undefined || !settings.isTemplate(document.path)) return;
    if (kind === 'closed')
      problems.showFile(document.path, host.settingsFor(document.path, 'file').templateProblems);
    else templates.checkSoon(document.uri);
  });
  return problems;
}

/** Has the index read the workspace's folders, and follow what happens to files. */
function followFiles(
  { connection, client, workspace, events, report }: ServerContext,
  first: readonly string[],
) {
  const { follower } = workspace;
  let folders = [...first];
  let urlVersion = 0;
  follower.onSettled(() => {
    workspace.announceStatus();
    if (urlVersion === follower.index.urlVersion) return;
    urlVersion = follower.index.urlVersion;
    events.recheck();
  });
  const failed = (error: unknown): void => report('reading the workspace', error);
  const scan = (): void => {
    const begin = async () =>
      client.window?.workDoneProgress ? connection.window.createWorkDoneProgress() : undefined;
    workspace.scan(folders, begin).catch(failed);
  };
  const changed = (uri: string): void => {
    const path = pathOfFile(uri);
    if (path !== undefined) follower.changed(path).catch(failed);
  };
  const deleted = (uri: string): void => {
    const path = pathOfFile(uri);
    if (path !== undefined) follower.deleted(path);
  };
  connection.workspace.onDidCreateFiles(({ files }) => {
    for (const { uri } of files) changed(uri);
  });
  connection.workspace.onDidDeleteFiles(({ files }) => {
    for (const { uri } of files) deleted(uri);
  });
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      deleted(oldUri);
      changed(newUri);
    }
  });
  connection.onShutdown(() => follower.dispose());
  return {
    scan,
    watched({ changes }: DidChangeWatchedFilesParams): void {
      for (const { uri, type } of changes) {
        if (!/\.(?:md|markdown)$/i.test(uri)) continue;
        if (type === FileChangeType.Deleted) deleted(uri);
        else changed(uri);
      }
    },
    initialized(): void {
      if (client.workspace?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => pathOfFile(uri)));
          folders = folders.filter((folder) => !gone.has(folder));
          folders.push(...added.flatMap(({ uri }) => pathOfFile(uri) ?? []));
          scan();
        });
      scan();
    },
  };
}

/** A file's or folder's path without a slash at its end; undefined for what is not on disk. */
function pathOfFile(uri: string): string | undefined {
  const path = uri.startsWith('file:') ? pathOfUri(uri) : undefined;
  return path !== undefined && path.length > 1 ? path.replace(/\/$/, '') : path;
}

/** Paths of the workspace's folders that lie on disk. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => pathOfFile(uri) ?? []);
}
