/** What a click on the release guard offers. */
import * as vscode from 'vscode';
import { setStatus } from './clearance.ts';
import { changesText } from './release-text.ts';
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
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a readout first.'));
    return;
  }
  const { document } = current;
  const { cleared, changes, embargoUntil } = current.status;
  const isHeld = embargoUntil !== null && embargoUntil > Date.now();
  const items: (ActionItem | false)[] = [
    {
      id: 'recordClearance',
      label: vscode.l10n.t('Record Clearance…'),
      iconPath: new vscode.ThemeIcon('verified'),
      detail: cleared
        ? vscode.l10n.t('In the place of the earlier one: the statement as it stands is cleared')
        : vscode.l10n.t('The statement as it stands is cleared'),
      run: () => vscode.commands.executeCommand('readout.recordClearance'),
    },
    cleared !== null && {
      id: 'showChanges',
      label: vscode.l10n.t('Show Changes Since Clearance'),
      iconPath: new vscode.ThemeIcon('diff'),
      detail: changes === 0 ? vscode.l10n.t('Nothing has changed') : changesText(changes, vscode.l10n.t),
      run: () => vscode.commands.executeCommand('readout.showChanges'),
    },
    current.status.status !== 'draft' && {
      id: 'draft',
      label: vscode.l10n.t('Back to Draft'),
      iconPath: new vscode.ThemeIcon('edit'),
      detail: vscode.l10n.t('Sets the status to draft; a recorded clearance stays'),
      run: () => setStatus(client, document, 'draft'),
    },
    current.status.status === 'cleared' &&
      !isHeld && {
        id: 'released',
        label: vscode.l10n.t('Mark as Released'),
        iconPath: new vscode.ThemeIcon('broadcast'),
        detail:
          changes > 0
            ? vscode.l10n.t('Sets the status to released, though it has changed since')
            : vscode.l10n.t('Sets the status to released'),
        run: () => setStatus(client, document, 'released'),
      },
  ];
  const possible = items.filter((item) => item !== false);
  const chosen = action
    ? possible.find(({ id }) => id === action)
    : await vscode.window.showQuickPick(possible, {
        title: guard.details.join(' · ') || vscode.l10n.t('Way to Release'),
        placeHolder: vscode.l10n.t('What shall be done?'),
      });
  await chosen?.run();
}
