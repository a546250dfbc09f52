/** A document as press text, HTML or a Word file. What writes them is loaded with the first request. */
import { Buffer } from 'node:buffer';
import { ProtocolRequestType } from 'vscode-languageserver';
import { EXPORT_FORMATS } from '../../export/formats.ts';
import { type Feature, onDocument } from '../feature.ts';
import { EXPORT_REQUEST, type Exported, type ExportParams } from '../protocol.ts';

const TYPE = new ProtocolRequestType<ExportParams, Exported | null, never, void, void>(EXPORT_REQUEST);

export const exporting: Feature = {
  capability: () => ({}),
  register(context) {
    onDocument(
      context,
      TYPE,
      null,
      async ({ readout, config }, params): Promise<Exported | null> => {
        const to = EXPORT_FORMATS.find((format) => format === params.to);
        if (!to) return null;
        const { exportReadout } = await import('../../export/export.ts');
        const bytes = Buffer.from(await exportReadout(readout, config.settings, to));
        return to === 'docx'
          ? { content: bytes.toString('base64'), encoding: 'base64' }
          : { content: bytes.toString('utf8'), encoding: 'utf-8' };
      },
      { anyMarkdown: true },
    );
  },
};
