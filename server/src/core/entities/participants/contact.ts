/** The sentence that says who met or spoke with whom, and the title that says it in short. */
import type { Mention } from '../types.ts';
import { type Circumstances, circumstancesAt } from './circumstances.ts';
import { type Form, type FormKind, formOfVerb, formsIn } from './forms.ts';
import { type Part, type Participant, partiesAt } from './parties.ts';
import { matchAt, type Passage, skipBlanks } from './passage.ts';

/** What one sentence or title tells. */
export interface Contact {
  readonly principals: readonly Participant[];
  readonly counterparts: readonly Participant[];
  /** Said by nouns and adverbs (`call`, `trilateral meeting`, `by phone`). */
  readonly forms: readonly Form[];
  /** Said by the verb alone (`met`, `spoke`). */
  readonly verb: Form | undefined;
  readonly places: readonly Part[];
  readonly dates: readonly Mention[];
  readonly occasion: Part | undefined;
  /** No other side follows the verb: those who are named spoke or met with one another. */
  readonly isMutual: boolean;
}

/** Verbs behind which, with or without `with`, the other side stands. */
const MEET = /(?:met|meets|spoke|speaks|talked|conferred|consulted) /y;
/** Verbs whose object is the other side. */
const RECEIVE =
  /(?:welcomed|received|hosted|telephoned|called|greeted|visited with) (?=[A-Z]|the |his |her )/y;
/** Verbs whose object is a form: `held a trilateral meeting with`. */
const HOLD =
  /(?:held|had|holds|hosted|hosts|co-hosted|convened|conducted|participated in|took part in|joined|chaired|co-chaired|led|attended) (?=an? |the |their |his |her |separate |virtual |bilateral |talks |discussions |consultations |delegation-level )/y;
/** `received a courtesy call from …`: the other side comes. */
const CALLED_ON =
  /received (?:an? )?(?:courtesy (?:call|visit)|(?:tele)?phone call|call|visit) (?:today )?from /y;
/** Where a form phrase (`a secure conference call`, `their third in-person meeting`) ends. */
const FORM_END =
  /[.,;:—]|\b(?:with|between|to|in|at|on|from|as|about|regarding|for|that|and|where|today|yesterday)\b/g;
/** Verbs by which the subject took part, whatever their object is. */
const TAKE_PART = /(?:met|convened|hosted|co-hosted|welcomed|received|held|led|chaired|brought) /y;
const TRAVEL = /(?:traveled|travelled|travels) (?:today |yesterday )?(?=to )/y;
const PURPOSE = /for (?:an? |the |(?=talks|breakfast|lunch|dinner))/y;
const WITH = /(?:with|to|between) +(?:both )?/y;
const JOINED = /, (?:joined|accompanied) by /y;
/** `, alongside senior staff from several ministries, held …`: people without names, up to the verb. */
const ALONGSIDE =
  /, (?:alongside|together with|along with) [^.;]{1,300}?, (?=(?:met|held|hosted|convened|spoke|joined|welcomed|led)\b)/y;
const NO_PARTIES: readonly Participant[] = [];

/** Reads the first sentences of a lead; undefined if none of them says who met or spoke with whom. */
export function contactInLead(passage: Passage): Contact | undefined {
  for (const [index, start] of sentenceStarts(passage).slice(0, 3).entries()) {
    const contact = contactAt(passage, start);
    // Farther on, a verb without another side or form is about something else.
    if (contact && (index === 0 || contact.counterparts.length > 0 || contact.forms.length > 0))
      return contact;
  }
  return undefined;
}

function sentenceStarts(passage: Passage): number[] {
  const starts = [skipBlanks(passage, 0)];
  const pattern = /[\p{Ll}\d)]\.["”]? +(?=[\p{Lu}])/gu;
  for (const match of passage.text.matchAll(pattern)) starts.push(match.index + match[0].length);
  // `The below is attributable to the Spokesperson: …`
  const attributed = /attributable to [^:.]{3,100}: +/.exec(passage.text);
  if (attributed) starts.unshift(attributed.index + attributed[0].length);
  return starts;
}

function contactAt(passage: Passage, start: number): Contact | undefined {
  // `Today, …`, `On Friday, …`, `In Norhaven today, …`
  const opening = lowerOpening(passage, start);
  const subject = partiesAt(passage, opening.end);
  if (subject.parties.length === 0) return undefined;
  let end = subject.end;
  let company: readonly Participant[] = NO_PARTIES;
  const joined = matchAt(passage, JOINED, end);
  if (joined) {
    const joiners = partiesAt(passage, end + joined[0].length);
    company = joiners.parties;
    end = joiners.end;
    if (passage.text.charCodeAt(end) === 44) end++;
  }
  const alongside = matchAt(passage, ALONGSIDE, end);
  if (alongside) end += alongside[0].length - 1;
  const middle = circumstancesAt(passage, end);
  const around = merge(opening, middle);
  let at = skipBlanks(passage, middle.end);
  // The comma that closes a description: `The Foreign Minister, Adele Strand, met …`.
  if (passage.text.charCodeAt(at) === 44) at = skipBlanks(passage, at + 1);
  const verb = predicateAt(passage, at);
  if (!verb) return undefined;
  const told = merge(around, verb.circumstances);
  return {
    principals: [...subject.parties, ...company],
    counterparts: verb.counterparts,
    forms: [...told.forms, ...verb.forms],
    verb: verb.verb,
    places: told.places,
    dates: told.dates,
    occasion: told.occasion,
    isMutual: verb.isMutual,
  };
}

/** Circumstances at the head of a sentence; its first letter is a capital, so `In` and `On` are read as small. */
function lowerOpening(passage: Passage, start: number): Circumstances {
  const small =
    passage.text.slice(0, start) + passage.text.charAt(start).toLowerCase() + passage.text.slice(start + 1);
  const circumstances = circumstancesAt({ ...passage, text: small }, start);
  const comma = /^ *, */.exec(passage.text.slice(circumstances.end, circumstances.end + 8));
  return comma ? { ...circumstances, end: circumstances.end + comma[0].length } : circumstances;
}

function merge(a: Circumstances, b: Circumstances): Circumstances {
  return {
    places: [...a.places, ...b.places],
    dates: [...a.dates, ...b.dates],
    occasion: a.occasion ?? b.occasion,
    forms: [...a.forms, ...b.forms],
    end: b.end,
  };
}

interface Predicate {
  readonly counterparts: readonly Participant[];
  readonly circumstances: Circumstances;
  readonly forms: readonly Form[];
  readonly verb: Form | undefined;
  readonly isMutual: boolean;
}

function predicateAt(passage: Passage, at: number): Predicate | undefined {
  const meet = matchAt(passage, MEET, at);
  if (meet) {
    const word = meet[0].trim();
    const kind: FormKind = word.startsWith('me') ? 'meeting' : 'conversation';
    return objectOf(
      passage,
      at + meet[0].length,
      [],
      formOfVerb(passage, kind, at, at + word.length),
      kind === 'meeting',
    );
  }
  const calledOn = matchAt(passage, CALLED_ON, at);
  if (calledOn) {
    const from = at + calledOn[0].length;
    const object = partiesAt(passage, from);
    if (object.parties.length > 0) {
      const words = calledOn[0].replace('courtesy call', 'meeting     ');
      return {
        counterparts: object.parties,
        circumstances: circumstancesAt(passage, object.end),
        forms: formsIn({ ...passage, text: passage.text.slice(0, at) + words }, at, from),
        verb: undefined,
        isMutual: false,
      };
    }
  }
  const receive = matchAt(passage, RECEIVE, at);
  if (receive) {
    const word = receive[0].trim();
    const object = partiesAt(passage, at + receive[0].length);
    if (object.parties.length > 0) {
      const called = word === 'called' || word === 'telephoned';
      const circumstances = circumstancesAt(passage, object.end);
      // `hosted … for a trilateral summit at …`
      const purpose = matchAt(passage, PURPOSE, skipBlanks(passage, circumstances.end));
      const from = skipBlanks(passage, circumstances.end) + (purpose?.[0].length ?? 0);
      const end = purpose ? formEnd(passage, from) : from;
      const forms = purpose ? formsIn(passage, from, end) : [];
      return {
        counterparts: object.parties,
        circumstances: purpose ? merge(circumstances, circumstancesAt(passage, end)) : circumstances,
        forms,
        verb: formOfVerb(passage, called ? 'call' : 'meeting', at, at + word.length),
        isMutual: false,
      };
    }
  }
  const hold = matchAt(passage, HOLD, at);
  if (hold) {
    const from = at + hold[0].length;
    const phraseEnd = formEnd(passage, from);
    const forms = formsIn(passage, from, phraseEnd);
    if (forms.length > 0) return objectOf(passage, phraseEnd, forms, undefined, false);
  }
  const part = matchAt(passage, TAKE_PART, at);
  if (part) {
    const nothing: Circumstances = { places: [], dates: [], occasion: undefined, forms: [], end: at };
    return { counterparts: NO_PARTIES, circumstances: nothing, forms: [], verb: undefined, isMutual: false };
  }
  const travel = matchAt(passage, TRAVEL, at);
  if (!travel) return undefined;
  const circumstances = circumstancesAt(passage, at + travel[0].length);
  if (circumstances.places.length === 0) return undefined;
  const word = travel[0].trim().split(' ')[0] as string;
  return {
    counterparts: [],
    circumstances,
    forms: [],
    verb: formOfVerb(passage, 'travel', at, at + word.length),
    isMutual: false,
  };
}

const LONGEST_FORM = 100;

function formEnd(passage: Passage, from: number): number {
  FORM_END.lastIndex = from;
  const end = FORM_END.exec(passage.text);
  return Math.min(end?.index ?? passage.text.length, from + LONGEST_FORM);
}

/** What follows a verb or a form: circumstances, `with` the other side, and circumstances once more. */
function objectOf(
  passage: Passage,
  at: number,
  forms: readonly Form[],
  verb: Form | undefined,
  isDirect: boolean,
): Predicate {
  const before = circumstancesAt(passage, at);
  const next = skipBlanks(passage, before.end);
  const preposition = matchAt(passage, WITH, next);
  const from = preposition ? next + preposition[0].length : next;
  const object = preposition || isDirect ? partiesAt(passage, from) : { parties: NO_PARTIES, end: from };
  if (object.parties.length === 0)
    return { counterparts: [], circumstances: before, forms, verb, isMutual: !preposition };
  const behind = circumstancesAt(passage, object.end);
  return { counterparts: object.parties, circumstances: merge(before, behind), forms, verb, isMutual: false };
}

const READOUT =
  /(?:\p{L}+(?: \p{L}+){0,3} ?: *)?(?:Joint )?(?:Readout|READOUT|Read-out|Summary) +(?:(?:from|by) +(?:NSC|National Security Council) +Spokesperson +(?:[\p{Lu}][\p{L}.'-]+ +){2,3})?(?:(?:of|on|from|by) +)?(?:the +(?=[\p{Lu}][\p{L} -]*(?:Meeting|Call|Summit)))?/uy;
const POSSESSIVE = /(?:'s?)? +/y;
const TITLE_FORM = /(?:[\p{L}\d&.'-]+ +){0,8}?(?=(?:with|between|to|in|on|at|of|by|from)\b)/uy;
const TITLE_VERB = /(?:speaks|spoke|meets|met|holds call|holds a call|holds meeting) +(?=with|to)/y;

/** Reads a title: `Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland`. */
export function contactInTitle(passage: Passage): Contact | undefined {
  const prefix = matchAt(passage, READOUT, skipBlanks(passage, 0));
  const start = prefix ? prefix[0].length + skipBlanks(passage, 0) : skipBlanks(passage, 0);
  const subject = partiesAt(passage, start);
  let at = start;
  if (subject.parties.length > 0) {
    const possessive = matchAt(passage, POSSESSIVE, subject.end);
    if (!possessive) return undefined;
    at = subject.end + possessive[0].length;
    const verb = matchAt(passage, TITLE_VERB, at);
    if (verb) {
      const forms = formsIn(passage, at, at + verb[0].length);
      const kind: FormKind = /^me/.test(verb[0]) ? 'meeting' : 'conversation';
      const form = forms.length > 0 ? undefined : formOfVerb(passage, kind, at, at + verb[0].trim().length);
      return contact(subject.parties, objectOf(passage, at + verb[0].length, forms, form, false));
    }
  } else if (!prefix) return undefined;
  const phrase = matchAt(passage, TITLE_FORM, at);
  const end = phrase ? at + phrase[0].length : passage.text.length;
  const forms = end - at > 120 ? [] : formsIn(passage, at, end);
  if (forms.length === 0) return undefined;
  return contact(subject.parties, objectOf(passage, end, forms, undefined, false));
}

function contact(
  principals: readonly Participant[],
  { counterparts, circumstances, forms, verb, isMutual }: Predicate,
): Contact {
  const { places, dates, occasion } = circumstances;
  return {
    principals,
    counterparts,
    forms: [...forms, ...circumstances.forms],
    verb,
    places,
    dates,
    occasion,
    isMutual,
  };
}
