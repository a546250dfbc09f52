/** What is put into a readout for what is on the clipboard. */
import { cleanText, type PasteHouse } from '../core/features/paste.ts';

/** The clipboard, as far as it is text. */
export interface Clipboard {
  readonly text: string;
  readonly html?: string | undefined;
}

/**
 * Clean Markdown for a clipboard: from its HTML if there is any, which knows paragraphs, lists and links, otherwise from
 * the plain text. Line breaks come out as line feeds.
 */
export async function cleanPaste({ text, html }: Clipboard, house: PasteHouse): Promise<string> {
  if (html !== undefined && !isAddressAlone(text) && !isPreformatted(html)) {
    const { htmlToMarkdown } = await import('./html-to-markdown.ts');
    const markdown = htmlToMarkdown(html);
    if (markdown !== undefined && hasWords(markdown) >= hasWords(text)) return cleanText(markdown, house);
  }
  return cleanText(text, house);
}

/** HTML that shows nothing (a picture of the text, say) must not take the place of words. */
function hasWords(text: string): number {
  return /[\p{L}\p{N}]/u.test(text) ? 1 : 0;
}

/** A browser copies the address of a link with its title as HTML: whoever copies an address wants the address. */
function isAddressAlone(text: string): boolean {
  return text.length < 8000 && /^\s*(?:https?|mailto):\S+\s*$/i.test(text);
}

/**
 * Code editors and pages of plain text put their lines on the clipboard as preformatted HTML: the plain text says the
 * same, and Markdown in it stays Markdown.
 */
function isPreformatted(html: string): boolean {
  for (const [, name = '', rest = ''] of html.slice(0, 5000).matchAll(/<([a-z][a-z0-9]*)([^>]*)/gi)) {
    if (/^(?:html|head|meta|body|style|title)$/i.test(name)) continue;
    return /^pre$/i.test(name) || /white-space:\s*pre\s*[;"']/i.test(rest);
  }
  return false;
}
