/** What a click on the release guard offers. */
import * as vscode from 'vscode';
import { setStatus } from './clearance.ts';
import type { Session } from './session.ts';

/** What may be chosen, for key bindings, other extensions and tests. */
export type ReleaseAction = 'recordClearance' | 'showChanges' | 'draft' | 'released';

interface ActionItem extends vscode.QuickPickItem {
  readonly id: ReleaseAction;
  readonly run: () => unknown;
}

/**
 * Asks what to do next on the way to release, and does it.
 * @param action what to do without asking, if it makes sense now.
 */
export async function showReleaseActions(
  { client, status, guard }: Session,
  action?: ReleaseAction,
): Promise<void> {
  const current = status.current;
  if (!current) {
    void vscode.window.showInformationMessage('Open a readout first: it is about its way to release.');
    return;
  }
  const { document } = current;
  const { cleared, changes, embargoUntil } = current.status;
  const isHeld = embargoUntil !== null && embargoUntil > Date.now();
  const items: (ActionItem | false)[] = [
    {
      id: 'recordClearance',
      label: 'Record Clearance…',
      iconPath: new vscode.ThemeIcon('verified'),
      detail: cleared
        ? 'In the place of the earlier one: the statement as it stands is cleared'
        : 'The statement as it stands is cleared',
      run: () => vscode.commands.executeCommand('readout.recordClearance'),
    },
    cleared !== null && {
      id: 'showChanges',
      label: 'Show Changes Since Clearance',
      iconPath: new vscode.ThemeIcon('diff'),
      detail: changes === 0 ? 'Nothing has changed' : changes === 1 ? '1 change' : `${changes} changes`,
      run: () => vscode.commands.executeCommand('readout.showChanges'),
    },
    current.status.status !== 'draft' && {
      id: 'draft',
      label: 'Back to Draft',
      iconPath: new vscode.ThemeIcon('edit'),
      detail: 'Sets the status to draft; a recorded clearance stays',
      run: () => setStatus(client, document, 'draft'),
    },
    current.status.status === 'cleared' &&
      !isHeld && {
        id: 'released',
        label: 'Mark as Released',
        iconPath: new vscode.ThemeIcon('broadcast'),
        detail:
          changes > 0
            ? 'Sets the status to released, though it has changed since'
            : 'Sets the status to released',
        run: () => setStatus(client, document, 'released'),
      },
  ];
  const possible = items.filter((item) => item !== false);
  const chosen = action
    ? possible.find(({ id }) => id === action)
    : await vscode.window.showQuickPick(possible, {
        title: guard.details.join(' · ') || 'Way to Release',
        placeHolder: 'What shall be done?',
      });
  await chosen?.run();
}
