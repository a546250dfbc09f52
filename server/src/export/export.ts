/** A readout as press text, HTML or DOCX. */
import { exportHtml } from '../core/features/export-html.ts';
import { type PressDocument, pressHeadOf } from '../core/features/press-document.ts';
import { pressText } from '../core/features/press-text.ts';
import type { Readout, Settings } from '../core/index.ts';
import type { ExportFormat } from './formats.ts';
import { readBody } from './read-body.ts';

/** Why a document cannot be written out, in a sentence. */
export class ExportError extends Error {}

/** UTF-16 units of the longest document that is written out; the longest statement of the archive has 253,000. */
const LONGEST = 4_000_000;

/**
 * Writes a readout out.
 * @param settings decide the width of press text.
 * @returns the file's bytes: UTF-8 with line feeds for text and HTML.
 * @throws ExportError if the document is longer than any statement.
 */
export async function exportReadout(
  readout: Readout,
  settings: Settings,
  to: ExportFormat,
): Promise<Uint8Array> {
  if (readout.length > LONGEST)
    throw new ExportError(
      `The document is too long to be a statement: it has more than ${LONGEST / 1e6} million characters.`,
    );
  const document: PressDocument = { head: pressHeadOf(readout), blocks: readBody(readout) };
  if (to === 'docx') {
    const { exportDocx } = await import('./docx.ts');
    return exportDocx(document);
  }
  const text = to === 'html' ? exportHtml(document) : pressText(document, settings.pressText);
  return new TextEncoder().encode(text);
}
