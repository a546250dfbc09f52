/** Places that the server names, in VS Code's peek view. */
import * as vscode from 'vscode';
import type { LanguageClient, Location, Position } from 'vscode-languageclient/node';

/** Opens the peek view on places, for the lens above a headline. */
export async function showLocations(
  { protocol2CodeConverter: convert }: LanguageClient,
  uri: string,
  at: Position,
  places: Location[],
): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(at),
    places.map((place) => convert.asLocation(place)),
  );
}
