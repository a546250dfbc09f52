/** A readout as press text, HTML or DOCX. */
import { exportHtml } from '../core/features/export-html.ts';
import { type PressDocument, pressHeadOf } from '../core/features/press-document.ts';
import { pressText } from '../core/features/press-text.ts';
import type { Readout, Settings } from '../core/index.ts';
import type { ExportFormat } from './formats.ts';
import { readBody } from './read-body.ts';

/**
 * Writes a readout out.
 * @param settings decide the width of press text.
 * @returns the file's bytes: UTF-8 with line feeds for text and HTML.
 */
export async function exportReadout(
  readout: Readout,
  settings: Settings,
  to: ExportFormat,
): Promise<Uint8Array> {
  const document: PressDocument = { head: pressHeadOf(readout), blocks: readBody(readout) };
  if (to === 'docx') {
    const { exportDocx } = await import('./docx.ts');
    return exportDocx(document);
  }
  const text = to === 'html' ? exportHtml(document) : pressText(document, settings.pressText);
  return new TextEncoder().encode(text);
}
