/** All commands of the extension in one list, for the menu of its status item. */
import * as vscode from 'vscode';

interface Contribution {
  readonly command: string;
  /** In another language than English, VS Code keeps the English words beside its own. */
  readonly title: string | { readonly value: string };
  readonly icon?: string;
}

interface CommandItem extends vscode.QuickPickItem {
  readonly command: string;
}

/** Shows the commands that make sense from a menu, and runs the one chosen. */
export async function showCommands({ packageJSON }: vscode.Extension<unknown>): Promise<void> {
  const manifest = packageJSON as { readonly contributes: { readonly commands: readonly Contribution[] } };
  const items = manifest.contributes.commands
    // The view's own commands stand in its title bar; this list would only list itself.
    .filter(({ command }) => !/^readout\.(?:explorer\.|showCommands$)/.test(command))
    .map(({ command, title, icon }): CommandItem => {
      const name = /^\$\((.+)\)$/.exec(icon ?? '')?.[1];
      return {
        label: typeof title === 'string' ? title : title.value,
        command,
        ...(name !== undefined && { iconPath: new vscode.ThemeIcon(name) }),
      };
    });
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Readout',
    placeHolder: vscode.l10n.t('What shall be done?'),
  });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
