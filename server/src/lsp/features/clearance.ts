/** Recording a clearance, and what the editor's status bar shows of a document's way to release. */
import { ProtocolRequestType, type WorkspaceEdit } from 'vscode-languageserver';
import { localTime } from '../../core/features/clock.ts';
import { releaseStatusOf } from '../../core/features/release-status.ts';
import { recordClearanceEdits } from '../../core/index.ts';
import { toWorkspaceEdit } from '../edits.ts';
import { type Feature, onDocument } from '../feature.ts';
import {
  RECORD_CLEARANCE_REQUEST,
  RELEASE_STATUS_REQUEST,
  type RecordClearanceParams,
  type ReleaseStatus,
  type ReleaseStatusParams,
} from '../protocol.ts';

const RECORD = new ProtocolRequestType<RecordClearanceParams, WorkspaceEdit | null, never, void, void>(
  RECORD_CLEARANCE_REQUEST,
);
const STATUS = new ProtocolRequestType<ReleaseStatusParams, ReleaseStatus | null, never, void, void>(
  RELEASE_STATUS_REQUEST,
);

export const clearance: Feature = {
  capability: () => ({}),
  register(context) {
    onDocument(context, RECORD, null, (snapshot, { by }) => {
      const { settings } = snapshot.config;
      if (typeof by !== 'string' || by.trim() === '') return null;
      const day = localTime(context.host.now(), settings.timeZone).date;
      const edits = recordClearanceEdits(snapshot.readout, settings, { by: by.trim(), day });
      return edits ? toWorkspaceEdit(context, snapshot, edits) : null;
    });
    onDocument(context, STATUS, null, ({ version, readout, config }) => ({
      version,
      ...releaseStatusOf(readout, config.settings),
    }));
  },
};
