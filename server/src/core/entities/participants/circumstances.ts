/** Where, when and on what occasion: the phrases that stand around the verb and behind the list of parties. */
import type { Mention } from '../types.ts';
import { type Form, formsIn } from './forms.ts';
import { CAPITALS, type Part } from './parties.ts';
import { matchAt, mentionAt, type Passage, skipBlanks } from './passage.ts';

/** What such phrases said. */
export interface Circumstances {
  readonly places: readonly Part[];
  readonly dates: readonly Mention[];
  readonly occasion: Part | undefined;
  readonly forms: readonly Form[];
  readonly end: number;
}

const FILLER =
  /(?:also|again|briefly|together|in person|separately|earlier|later|as well|jointly|both|early|late) */y;
const BY_PHONE =
  /(?:by (?:secure )?(?:tele)?phone|by video(?:conference)?|via (?:secure )?(?:video(?:conference|link)?|phone|telephone)|(?:on|over) the (?:tele)?phone|virtually|by secure video(?:conference)?) */y;
const OCCASION =
  /(?:on|at|in) the (?:margins|sidelines|occasion|fringes) of (?:the )?|during (?:the )?|at the (?=[A-Z\d])/y;
const PLACE = /(?:in|at|from|to|into) (?:the )?/y;
const ROOM =
  /(?:Oval Office|Situation Room|Roosevelt Room|Cabinet Room|East Room|Rose Garden|State Dining Room|Blair House|Camp David|10 Downing Street|Downing Street|Chequers|Parliament Hill|UN Headquarters|United Nations Headquarters)/y;
/** Buildings by the word they end with: `the Union Buildings`, `the Presidential Palace`. */
const BUILDING =
  /(?:\p{Lu}[\p{L}'-]* ){1,4}(?:Palace|House|Building|Buildings|Office|Castle|Residence|Mansion|Hall|Lodge|Chancellery|Chancery|Kantei|Headquarters|Airport|Air Base|Embassy|Centre|Center|Hotel)(?![\w-])/uy;
/** Verbs of headlines that look like places behind `to`. */
const HEADLINE_VERB = /^(?:Discuss|Address|Advance|Mark|Highlight|Promote|Support|Celebrate)$/;

/** Reads such phrases one after another from an offset, until something else stands there. */
export function circumstancesAt(passage: Passage, at: number): Circumstances {
  const places: Part[] = [];
  const dates: Mention[] = [];
  const forms: Form[] = [];
  let occasion: Part | undefined;
  let end = at;
  for (let count = 0; count < 12; count++) {
    let next = skipBlanks(passage, end);
    if (passage.text.charCodeAt(next) === 44) next = skipBlanks(passage, next + 1);
    const filler = matchAt(passage, FILLER, next);
    if (filler) {
      end = next + filler[0].length;
      continue;
    }
    const phone = matchAt(passage, BY_PHONE, next);
    if (phone) {
      forms.push(...formsIn(passage, next, next + phone[0].length));
      end = next + phone[0].length;
      continue;
    }
    const date = dateAt(passage, next);
    if (date) {
      dates.push(date);
      end = date.span.end;
      // `from May 30 – June 2`
      const joint = matchAt(passage, / *(?:[–—-]|to|and|through) +/y, end);
      const second = joint && mentionAt(passage, end + joint[0].length);
      if (second?.type === 'DATE') {
        dates.push(second);
        end = second.span.end;
      }
      continue;
    }
    const event: { part: Part; end: number } | undefined = occasion ? undefined : occasionAt(passage, next);
    if (event) {
      occasion = event.part;
      end = event.end;
      continue;
    }
    const place = placesAt(passage, next);
    if (!place) break;
    places.push(...place.parts);
    end = place.end;
  }
  return { places, dates, occasion, forms, end };
}

function dateAt(passage: Passage, at: number): Mention | undefined {
  const preposition = /^(?:on|in|over|during|earlier|later|from)(?: the)? /.exec(
    passage.text.slice(at, at + 16),
  );
  for (const start of preposition ? [at + preposition[0].length, at] : [at]) {
    const mention = mentionAt(passage, start);
    if (mention?.type === 'DATE') return mention;
  }
  return undefined;
}

function placesAt(passage: Passage, at: number): { parts: Part[]; end: number } | undefined {
  const preposition = matchAt(passage, PLACE, at);
  if (!preposition) return undefined;
  let start = at + preposition[0].length;
  const parts: Part[] = [];
  let end = at;
  for (let count = 0; count < 4; count++) {
    const span = placeSpan(passage, start, parts.length === 0);
    if (!span) break;
    parts.push(partOf(passage, start, span));
    end = span;
    const bracket = /^ \([A-Z.]{2,6}\)/.exec(passage.text.slice(end, end + 10));
    if (bracket) end += bracket[0].length;
    const comma = /^(?: *,)? *(?:and )?(?:the )?(?=[A-Z])/.exec(passage.text.slice(end, end + 16));
    if (!comma) break;
    start = end + comma[0].length;
  }
  return parts.length > 0 ? { parts, end } : undefined;
}

function placeSpan(passage: Passage, at: number, isFirst: boolean): number | undefined {
  const mention = mentionAt(passage, at);
  const isPlace = mention?.type === 'PLACE' && !/ (?:with|and) /.test(mention.text);
  if (isPlace && !HEADLINE_VERB.test(mention.text)) return mention.span.end;
  // The house itself is an organisation by name and a place behind `at the`.
  if (
    isFirst &&
    mention?.type === 'ORG' &&
    /^(?:White House|Kremlin|Pentagon|Elys[ée]e)$/.test(mention.text)
  ) {
    return mention.span.end;
  }
  const isAt = isFirst && /\bat (?:the )?$/.test(passage.text.slice(Math.max(0, at - 8), at));
  const room = isFirst
    ? (matchAt(passage, ROOM, at) ?? (isAt ? matchAt(passage, BUILDING, at) : undefined))
    : undefined;
  return room && at + room[0].length;
}

function occasionAt(passage: Passage, at: number): { part: Part; end: number } | undefined {
  const opening = matchAt(passage, OCCASION, at);
  if (!opening) return undefined;
  const start = at + opening[0].length;
  const phrase =
    matchAt(passage, CAPITALS, start) ??
    matchAt(
      passage,
      /\d+(?:st|nd|rd|th)? [A-Z][\w'-]*(?: +(?:(?:of|the|for|to|and|on) +){0,2}[A-Z][\w'-]*){0,10}/y,
      start,
    );
  if (!phrase) return undefined;
  const mention = mentionAt(passage, start);
  const onMargins = /margins|sidelines|occasion|fringes/.test(opening[0]);
  const isEvent =
    mention?.type === 'EVENT' ||
    /\b(?:Summit|Conference|Assembly|Meetings?|Forum|Week|Ministerial|Dialogue|COP\d+)\b/.test(phrase[0]);
  if (!onMargins && !isEvent) return undefined;
  const end = Math.max(mention?.span.end ?? 0, start + phrase[0].length);
  return { part: partOf(passage, start, end), end };
}

function partOf(passage: Passage, start: number, end: number): Part {
  return { text: passage.source.slice(start, end).replace(/\s+/g, ' '), spans: [passage.place(start, end)] };
}
