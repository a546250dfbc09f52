/** Recording a clearance, and what the editor's status bar shows of a document's way to release. */
import { ProtocolRequestType, type WorkspaceEdit } from 'vscode-languageserver';
import { localTime } from '../../core/features/clock.ts';
import { releaseStatusOf } from '../../core/features/release-status.ts';
import { changesSince, recordClearanceEdits, recordedClearance, setStatusEdits } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { toWorkspaceEdit } from '../edits.ts';
import { type Feature, onDocument, type Snapshot } from '../feature.ts';
import {
  CLEARED_CHANGES_REQUEST,
  type ClearedChangeReply,
  type ClearedChangesParams,
  type ClearedChangesReply,
  RECORD_CLEARANCE_REQUEST,
  RELEASE_STATUS_REQUEST,
  type RecordClearanceParams,
  type ReleaseStatus,
  type ReleaseStatusParams,
  SET_STATUS_REQUEST,
  type SetStatusParams,
} from '../protocol.ts';

const RECORD = new ProtocolRequestType<RecordClearanceParams, WorkspaceEdit | null, never, void, void>(
  RECORD_CLEARANCE_REQUEST,
);
const STATUS = new ProtocolRequestType<ReleaseStatusParams, ReleaseStatus | null, never, void, void>(
  RELEASE_STATUS_REQUEST,
);

const CHANGES = new ProtocolRequestType<ClearedChangesParams, ClearedChangesReply | null, never, void, void>(
  CLEARED_CHANGES_REQUEST,
);
const SET_STATUS = new ProtocolRequestType<SetStatusParams, WorkspaceEdit | null, never, void, void>(
  SET_STATUS_REQUEST,
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
    onDocument(context, CHANGES, null, changesOf);
    onDocument(context, SET_STATUS, null, (snapshot, { status }) => {
      if (status !== 'draft' && status !== 'released') return null;
      const edits = setStatusEdits(snapshot.readout, status);
      return edits ? toWorkspaceEdit(context, snapshot, edits) : null;
    });
  },
};

function changesOf({ version, readout, config: { settings } }: Snapshot): ClearedChangesReply | null {
  const recorded = readout.frontmatter && recordedClearance(readout.frontmatter);
  if (!recorded) return null;
  const { by, day } = recorded.clearance;
  const { changed, removed } = changesSince(readout, settings, recorded.clearance);
  const present = [...changed].sort((a, b) => a.item.span.start - b.item.span.start);
  const range = toRange(readout, recorded.field.keySpan);
  return {
    version,
    cleared: { by, day },
    changes: [
      ...present.map(
        ({ kind, item, was }): ClearedChangeReply => ({
          kind,
          was: was ?? null,
          now: item.text,
          range: toRange(readout, item.span),
        }),
      ),
      ...removed.map(({ kind, text }): ClearedChangeReply => ({ kind, was: text, now: null, range })),
    ],
  };
}
