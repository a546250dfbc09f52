/** Which no-break spaces were meant: those that keep a number and its unit, or a title and a name, on one line. */

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';

/** What stands behind a number it belongs to. */
const UNIT = new RegExp(
  `^(?:[%‰°€£$¥]|(?:percent|per[ \\u00a0]cent|hundred|thousand|million|billion|trillion|bn|mn|dollars?|euros?|pounds?|USD|EUR|GBP|a\\.?m|p\\.?m|A\\.?M|P\\.?M|ET|EDT|EST|GMT|UTC|seconds?|minutes?|hours?|days?|weeks?|months?|years?|[kcm]?m[²³]?|km/h|k?g|tons?|tonnes?|[kMGT]?Wh?|[kMG]?Hz|[KMGT]?B|miles?|feet|foot|yards?|acres?|hectares?|ha|barrels?|gallons?|lit(?:er|re)s?|l|°?C|°?F|BCE?|CE|AD|${MONTHS})(?![\\p{L}\\p{N}]))`,
  'u',
);

/** What stands before a number that belongs to it. */
const COUNTED = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?:${MONTHS}|Nos?\\.|Nr\\.|Article|Art\\.|Section|Sec\\.|Chapter|Chapters|Title|Part|Annex|Appendix|Resolution|Order|Act|Page|pp?\\.|[§¶$€£¥#]|US|USD|EUR|GBP|Figure|Table|Phase|Tier|Category|Stage|Level|Flight|Room|Pillar|Group[ \\u00a0]of)$`,
  'u',
);

/** Titles and forms of address that a name follows. */
const TITLE =
  /(?:^|[^\p{L}\p{N}])(?:Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Gen|Col|Lt|Sgt|Maj|Capt|Cmdr|Adm|Rev|Sen|Rep|Gov|Hon|Amb|St|Msgr|H\.E|M|Mme|Mlle|Sr|Sra)\.?$|(?:^|[^\p{L}\p{N}])(?:President|Prime|Vice|Deputy|Foreign|Defen[cs]e|Minister|Premier|Chancellor|Secretary|Ambassador|Envoy|King|Queen|Crown|Prince|Princess|Duke|Duchess|Emperor|Empress|Emir|Sultan|Sheikh|Sheikha|Pope|Patriarch|Archbishop|Bishop|Cardinal|Imam|Rabbi|Senator|Congressman|Congresswoman|Representative|Governor|Mayor|General|Admiral|Colonel|Major|Captain|Commander|Lieutenant|Sergeant|Chairman|Chairwoman|Chair|Speaker|Director|Administrator|Commissioner|Justice|Judge|Doctor|Professor|Lord|Lady|Sir|Dame|Taoiseach)$/u;

const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}\.$/u;

/**
 * Whether a no-break space between two texts is there for a reason.
 * @param left the last characters before it (some twenty suffice). @param right the first characters behind it.
 */
export function binds(left: string, right: string): boolean {
  if (/[0-9]$/.test(left)) return /^[0-9]/.test(right) || UNIT.test(right) || /^[–—:;!?»]/.test(right);
  if (/^[0-9]/.test(right)) return COUNTED.test(left);
  if (/^\p{Lu}/u.test(right)) {
    if (TITLE.test(left) || INITIAL.test(left)) return true;
    if (/^(?:Jr|Sr)(?![\p{L}\p{N}])/u.test(right)) return /\p{L},?$/u.test(left);
    // A king’s number; a lone “I” is far more often the pronoun.
    if (/^(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI?)(?![\p{L}\p{N}])/u.test(right))
      return /\p{L}$/u.test(left);
  }
  // French sets its high punctuation off; many houses do so with a dash.
  return /^[:;!?»–—]/.test(right) || /«$/.test(left);
}
