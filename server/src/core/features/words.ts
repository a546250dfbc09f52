/** Words of running text, and which of them say what a passage is about. */

/** Letters and digits, with apostrophes, hyphens and full stops inside. */
export const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu;

/**
 * Words that say nothing about a passage's topic: function words, and the verbs and nouns that every statement uses.
 * Chosen by reading frequency lists of statements; lower case.
 */
const COMMON = new Set(
  `a about above across act action actions address advance after again against ago agree agreed agreement all also
  always am among an and announce announced any appreciate appreciated appreciation are around as ask asked at aware
  back based be became because become been before begin being believe below best better between beyond both bring
  brings build building but by call called came can cannot challenge challenges change come commit commitment
  commitments committed common concern concerns condemn conduct continue continued continues continuing convey
  conveyed cooperate could country countries coordinate create critical current day days decision deep deepen deeply
  did discuss discussed discussing discussion do does done down during each early effort efforts either emphasized
  end engage ensure ensured ensuring especially even ever every exchange exchanged expand express expressed
  expressing extend face far few find first follow following for forward from full further future gave get give given
  go goal goals going good great greater had half has have having he held help her here hers herself high highlighted
  him himself his hold hope how however i if impact importance important in including increase increased increasing
  individual individuals initiative initiatives into is issue issues it its itself join joined joint jointly just keep
  key know large last later lead leader leaders leadership led let like likely long look looked looks made maintain
  make makes making many matter matters may me mean meet meeting meetings member members met might more morning most
  move much must mutual my nation nations near need needs never new next no nor not note noted now number of off
  offer offered office often on once one ongoing only open opportunities opportunity or order other others our ours
  out over own part parties partner partners partnership people period place plan plans please pleased point possible
  previous priorities priority progress promote provide provided providing public put range readout reaffirm
  reaffirmed reaffirming receive recent recently recognize recognized recognizing regard regarding region regional
  reiterate reiterated related relation relations relationship remain remains report respective result results return
  right role said same say says see seek seen send sent set several shall share shared she should show side sides since
  situation so some soon speak special spoke stand state statement statements step steps still strengthen
  strengthened strengthening strong stronger such support supported supporting sure sustain take taken takes taking
  talk than thank thanked thanks that the their theirs them themselves then there these they thing things think this
  those through throughout time times to today together told tomorrow tonight too took topic toward towards two under
  underscored until up update upon us use used using value values various very view views visit want wanted was way
  ways we week welcome welcomed well went were what when where whether which while who whole whom whose why will wish
  with within without work worked working world would year years yesterday yet you your yours`.split(/\s+/),
);

/** Whether a word, in lower case, says nothing about a topic. */
export function isCommonWord(word: string): boolean {
  return word.length < 3 || COMMON.has(word) || /^\d/.test(word);
}

/** White space of any kind, line breaks included, made single blanks; none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The first words of a text on one line, cut at a word with an ellipsis if longer than `most` characters. */
export function firstWords(text: string, most = 60): string {
  const line = oneLine(plain(text.slice(0, most * 4)));
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(' ', most);
  return `${line.slice(0, cut > most / 2 ? cut : most).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Markdown text without its commonest marks: emphasis, heading and quotation signs, link targets, escapes. */
export function plain(text: string): string {
  return text
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-+*•][ \t]+)/gm, '')
    .replace(/\]\([^)\n]{0,500}\)/g, ']')
    .replace(/!?\[([^[\]\n]{0,300})\]/g, '$1')
    .replace(/\*\*|__|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')
    .replace(/<!--[\s\S]{0,2000}?-->/g, '');
}
