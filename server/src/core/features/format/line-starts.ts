/** What a line may begin with without becoming something else than prose. */

/** A line (its indentation off) that begins or is a block of its own in CommonMark 0.31 or its usual extensions. */
const STRUCTURE =
  /^(?:[-+*](?:[ \t]|$)|1[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|>|<[A-Za-z/!?]|`{3}|~{3}|[-=+|:_* \t]+$|\||\+-|\${2}|:{3})/;
const NUMBER = /^\d{1,9}[.)](?:[ \t]|$)/;
/** A link reference or footnote definition. */
export const DEFINITION = /^ {0,3}\[[^\]]{1,999}\]:/;

/** Whether a line that stands in a paragraph may be something else: then the paragraph is left as it is. */
export function isStructure(line: string, inList: boolean): boolean {
  return STRUCTURE.test(line) || (inList && NUMBER.test(line));
}

/**
 * Words that must not come to stand at the start of a line: list markers, headings, quotations, tags, fences, rules,
 * table rows, and the marks that end a statement. A dash alone is kept off too, as typesetters do.
 */
const UNSAFE =
  /^(?:[-+*•·▪‣](?:\u00a0|$)|\d{1,9}[.)](?:\u00a0|$)|\\?#|>|<|`{3}|~{3}|[=*_-]+$|\||:|\${2}|\+-|--|\u00a0|[-–—]+(?:30|END|End|end)?[-–—]*$|[*_]{0,3}END(?![A-Za-z])|\[[^\]]{0,999}\]:)/;
/** The start of a speaker’s label, as the block splitter knows it within running text. */
const LABEL = /^(?:\*\*)?[A-Z][A-Z .’'\u00a0-]{0,60}(?:\([^)]{1,60}\))?:/;

/**
 * Whether a line may begin here.
 * @param word the word that would stand first.
 * @param ahead that word and what follows, white space made single blanks; a hundred characters are enough.
 */
export function mayStartLine(word: string, ahead: string): boolean {
  return !UNSAFE.test(word) && !LABEL.test(ahead);
}
