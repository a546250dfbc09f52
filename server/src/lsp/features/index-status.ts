/** How far the reading of the workspace is, for the editor's status. */
import { ProtocolNotificationType, ProtocolRequestType } from 'vscode-languageserver';
import { type Feature, onAny } from '../feature.ts';
import { INDEX_STATUS_NOTIFICATION, INDEX_STATUS_REQUEST, type IndexStatus } from '../protocol.ts';

const STATUS = new ProtocolRequestType<object, IndexStatus, never, void, void>(INDEX_STATUS_REQUEST);
const CHANGED = new ProtocolNotificationType<IndexStatus, void>(INDEX_STATUS_NOTIFICATION);

/** Milliseconds between two notifications: more often nobody can read them. */
const INTERVAL = 100;

export const indexStatus: Feature = {
  capability: () => ({}),
  register(context) {
    const { workspace, connection, host } = context;
    let wasAsked = false;
    let isWaiting = false;
    let last = '';
    onAny(context, STATUS, { done: 0, total: 0, documents: 0 }, () => {
      wasAsked = true;
      return workspace.status;
    });
    const tell = (): void => {
      if (!wasAsked || isWaiting) return;
      isWaiting = true;
      void host.wait(INTERVAL).then(() => {
        isWaiting = false;
        const { status } = workspace;
        const written = JSON.stringify(status);
        if (written === last) return;
        last = written;
        connection.sendNotification(CHANGED, status).catch(() => undefined);
      });
    };
    workspace.onStatus(tell);
  },
};
