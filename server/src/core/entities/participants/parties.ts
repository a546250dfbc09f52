/**
 * The grammar of parties: `the Prime Minister of Norland, Adele Strand`, `Norland’s Foreign Minister Ole Bakke`,
 * `Ole Bakke, Deputy Minister of Trade`, `Presidents …`, joined by commas and `and`.
 */
import type { Span } from '../../text/span.ts';
import { COUNTRIES } from '../data/countries.ts';
import type { Mention } from '../types.ts';
import { matchAt, mentionAt, type Passage, skipBlanks } from './passage.ts';

/** Something a summary says, in the words of the document, with every place where it says so. */
export interface Part {
  readonly text: string;
  /** Offsets in the file. */
  readonly spans: readonly Span[];
}

/** The country or organisation that somebody stands for. */
export interface Affiliation extends Part {
  /** ISO 3166-1 alpha-2, if it is a country. */
  readonly country?: string;
}

/** Somebody who took part. At least one of name and office is there. */
export interface Participant {
  readonly name?: Part;
  readonly office?: Part;
  readonly of?: Affiliation;
}

/** A list of parties and where it ends. */
export interface Parties {
  readonly parties: readonly Participant[];
  readonly end: number;
}

const countryCodes = new Map<string, string>();
for (const { code, name, otherNames, peoples } of COUNTRIES) {
  for (const word of [name, ...otherNames, ...peoples]) {
    // Two peoples of one name (Congolese, Dominican) tell no country.
    countryCodes.set(word, countryCodes.has(word) && countryCodes.get(word) !== code ? '' : code);
  }
}

/** The ISO 3166-1 code of a country's name or adjective; undefined if none, or more than one, is meant. */
export function countryOf(name: string): string | undefined {
  const plain = name.replace(/\s+/g, ' ').replace(/[’‘]/g, "'");
  return countryCodes.get(plain) || countryCodes.get(plain.replace(/\.(?=.)|\.$/g, '')) || undefined;
}

/** The words an office ends with or is. */
const OFFICE =
  /\b(?:President|President-elect|President-Elect|Minister|Premier|Chancellor|Secretary|Secretaries|Secretary-General|Secretary General|King|Queen|Emir|Amir|Sultan|Sheikh|Crown Prince|Prince|Princess|Pope|Taoiseach|Ambassador|Advisor|Adviser|Coordinator|Envoy|Representative|Director|Administrator|Commissioner|Governor|Mayor|Senator|Congressman|Congresswoman|Speaker|Leader|Chair|Chairman|Chairwoman|Chairperson|Counselor|Assistant|Chief|General|Admiral|Commander|Deputy|Member|Spokesperson|Liaison|Officer|Counsel|Head|Majesty|Excellency|Highness|Holiness|Dr|Mr|Ms|Mrs|counterpart|Prime|Lady|Gentleman|Attorney|Judge|Justice|Archbishop|Bishop|Patriarch|Lieutenant|Colonel|Captain|Sergeant|Lord|Sir|Professor|Rabbi|Reverend|Rev|Commandant|Economist|Czar|Fellow|Manager|Co-Chair|Negotiator|Politburo)\b/;
/** An office that somebody may be named by alone. */
const OFFICE_ALONE =
  /(?:[Tt]he )?((?:(?:Deputy |Vice |Foreign |Defen[cs]e |Home )?(?:President|Prime Minister|Secretary[- ]General|Taoiseach|Foreign Secretary|Defen[cs]e Secretary|Home Secretary|Foreign Minister|Defen[cs]e Minister|Chancellor|Premier|PM|Vice President|First Lady|First Minister)))(?![\w-])(?! (?:of )?(?:the )?[A-Z][a-z]+(?:'s)? [A-Z])/y;

const OWN_STATE = / of the (?:Republic|Confederation|Federation|Union|Government|Council)(?![\w-]| of\b)/y;
/** A word of an office between its capitals. */
const SMALL_WORD =
  /^(?:of|the|for|to|and|on|at|in|de|his|her|their|then|acting|former|newly|incoming|outgoing|counterpart|a|&|both|elected|actress|activist|prime|minister|president|president-elect|foreign|as|wife|husband)$/;
/** Titles of courtesy before a name stay out of the office when nothing else stands there. */
const COURTESY =
  /^(?:(?:(?:H\.E|Mr|Ms|Mrs|Dr|Sir|Dame|Rev|Reverend|Shri|Smt|Shrimati|Mx)\.?|(?:Senator )?(?:the )?(?:Rt\.? )?Hon(?:ourable|orable)?\.?) ?)+$/;

const JOINT =
  /(?:, ?(?:and|as well as|along with|together with|& )?|,? (?:and|as well as|along with|together with|&)) +/y;
/** People who are not named: they are passed over in a list. */
const GROUP =
  /(?:(?:the|other|their|his|her|several|senior|staff|members of|[A-Z][\w.&-]*) ){0,6}(?:officials|staff|leaders|representatives|experts|colleagues|team|teams|delegations?|members|spouses)(?![\w-])(?: (?:from|of) (?:the )?[A-Z][\w.&-]*(?: (?:(?:of|the|for|and) ){0,2}[A-Z][\w.&-]*){0,8})?/y;
/** Offices that several bear: words before the office of the one who is named. */
const PLURAL =
  /^(?:Members|Leaders|Governors|Officials|Senators|Representatives|Executives|Mayors|Ambassadors|Congressmen) /;
/** Words before an office that are no part of it, forms of address among them. */
const LEADING =
  /^(?:(?:the|his|her|their|both|a|an) )*(?:(?:Majesty|Excellency|Royal Highness|Highness|Serene Highness|Holiness|Beatitude),? )?(?:the )?(?:H\.E\. ?)?(?:(?:Mr|Ms|Mrs|Dr|Shri|Smt)\.? )?/i;
/** What may follow a comma within one office: `Secretary of State, Head of the Bureau`. */
const SECOND_OFFICE = /, (?=(?:Head|Director|Chief|Chair|Chairman|Commander) (?:of|for) )/;
const LAST_OFFICE = /, and (?=(?:\p{Lu}[\p{L}'-]+ ){1,6}$)/u;
const LONGEST_OFFICE = 240;

function part(passage: Passage, start: number, end: number): Part {
  return {
    text: passage.source
      .slice(start, end)
      .replace(/<\/?sup>/g, '')
      .replace(/\s+/g, ' '),
    spans: [passage.place(start, end)],
  };
}

function affiliation(passage: Passage, mention: Mention): Affiliation {
  const { start, end } = mention.span;
  const code = countryOf(mention.text);
  return { ...part(passage, start, end), ...(code && { country: code }) };
}

/** The organisation or country named at an offset. */
export function affiliationAt(passage: Passage, at: number): Affiliation | undefined {
  const mention = mentionAt(passage, at);
  return mention && (mention.type === 'ORG' || mention.type === 'PLACE')
    ? affiliation(passage, mention)
    : undefined;
}

/** Reads a list of parties at an offset; empty if none stands there. */
export function partiesAt(passage: Passage, at: number): Parties {
  const parties: Participant[] = [];
  let end = at;
  let next = skipBlanks(passage, at);
  for (let count = 0; count < 24; count++) {
    const group = parties.length > 0 ? groupEnd(passage, next) : -1;
    if (group > 0) end = group;
    const party = group > 0 ? undefined : partyAt(passage, next);
    if (!party && group < 0) break;
    if (!party) {
      const further = matchAt(passage, JOINT, end);
      if (!further) break;
      next = end + further[0].length;
      continue;
    }
    parties.push(party.party);
    end = party.end;
    const joint = matchAt(passage, JOINT, end);
    if (!joint) break;
    // Behind a comma alone an office is a description, no further party.
    if (joint[0].trim() === ',' && isUnnamedAt(passage, end + joint[0].length)) break;
    next = end + joint[0].length;
  }
  return { parties: sharedAffiliation(parties), end };
}

/** In `President Vega and Foreign Minister Ruiz of Costaverde` the country is both’s; of two presidents, one’s. */
function sharedAffiliation(parties: readonly Participant[]): Participant[] {
  const last = parties[parties.length - 1];
  const before = parties[parties.length - 2];
  const isPair = parties.length === 2 && last?.of && before && !before.of && last.of.country;
  return isPair && before.office?.text !== last.office?.text
    ? [{ ...before, of: last.of }, last]
    : [...parties];
}

/** The end of people or a body that a list names without a person (`senior officials`, `the Office of Trade`), or −1. */
function groupEnd(passage: Passage, at: number): number {
  const group = matchAt(passage, GROUP, at);
  if (group) return at + group[0].length;
  const start = passage.text.startsWith('the ', at) ? at + 4 : at;
  const body = mentionAt(passage, start);
  if (body?.type !== 'ORG') return -1;
  // `the High Commissioner for Refugees, Anna Berg`: an office taken for a body.
  const behind = passage.text.startsWith(', ', body.span.end) && mentionAt(passage, body.span.end + 2);
  if (behind && behind.type === 'PERSON') return -1;
  // With a name behind it, it is part of that person's office.
  return /^(?:,| (?:and|met|hosted|convened|held|spoke|today|yesterday)\b)/.test(
    passage.text.slice(body.span.end, body.span.end + 12),
  )
    ? body.span.end
    : -1;
}

function isUnnamedAt(passage: Passage, at: number): boolean {
  return partyAt(passage, at)?.party.name === undefined;
}

function partyAt(passage: Passage, at: number): { party: Participant; end: number } | undefined {
  const person = passage.mentions.find(({ type, span }) => type === 'PERSON' && span.start >= at);
  if (person && person.span.start - at <= LONGEST_OFFICE) {
    const office = officeBetween(passage, at, person.span.start);
    if (office) return named(passage, person, office);
  }
  return unnamed(passage, at);
}

interface Office {
  readonly office?: Part;
  readonly of?: Affiliation;
}

/** The office written between an offset and a name, or undefined if other words stand there. */
function officeBetween(passage: Passage, from: number, to: number): Office | undefined {
  const gap = passage.text.slice(from, to);
  if (gap.trim() === '') return {};
  const trimmed = gap.replace(/,? *$/, '').replace(/ \([A-Z]{2,8}\)$/, '');
  // `the President of Norland, Adele Strand`: a comma closes an office only behind its `of`.
  const isBracketed = /^[Tt]he /.test(trimmed) && /^[^,.;]{3,60},/.test(passage.text.slice(to, to + 62));
  if (/,/.test(gap.slice(trimmed.length)) && !/ of | to /.test(trimmed) && !isBracketed) return undefined;
  if (!isOfficePhrase(trimmed) || hasVerb(passage, from, trimmed)) return undefined;
  const start = from + (LEADING.exec(trimmed)?.[0].length ?? 0);
  const end = from + trimmed.replace(/(?: (?:H\.E|Mr|Ms|Mrs|Dr|Shri|Smt)\.?)+$/, '').length;
  const inside = passage.mentions.filter(({ span }) => span.start >= from && span.end <= end);
  const of = affiliationIn(passage, inside, end);
  const words = passage.text.slice(start, end).trim();
  if (words === '' || COURTESY.test(words)) return of ? { of } : {};
  // `Norland’s Foreign Minister`, `Norland Foreign Minister`: the country before the office is no part of it.
  let officeStart = start;
  const leading = of && inside.find(({ span }) => span.start === start);
  const belongs = leading && (leading.type === 'PLACE' || leading.type === 'NORP');
  if (belongs && leading.span.end < end) {
    officeStart = leading.span.end;
    officeStart +=
      /^(?:'s)?(?: \([A-Z]{2,8}\))? */.exec(passage.text.slice(officeStart, end))?.[0].length ?? 0;
  }
  // `President of Norland`: nor is the country behind its `of`.
  let officeEnd = end;
  const trailing = of && inside.find(({ span }) => span.end === end && span.start > officeStart);
  if (trailing && trailing.type === 'PLACE' && !belongs) {
    const before = / +of +(?:the +)?$/.exec(passage.text.slice(officeStart, trailing.span.start));
    if (before) officeEnd = officeStart + before.index;
  }
  const text = passage.text.slice(officeStart, officeEnd).trim();
  if (text === '' || !OFFICE.test(text)) return of ? { of } : isKnownLead(text) ? {} : undefined;
  return { office: part(passage, officeStart, officeEnd), ...(of && { of }) };
}

/** Small words alone before a name (`both Adele Strand`). */
function isKnownLead(text: string): boolean {
  return text === '' || /^(?:activist|actress|wife|husband)$/.test(text);
}

function isOfficePhrase(phrase: string): boolean {
  if (PLURAL.test(phrase)) return false;
  const hasSecond = SECOND_OFFICE.test(phrase);
  const joined = hasSecond ? `${phrase} `.replace(LAST_OFFICE, ' and ').replace(SECOND_OFFICE, ' ') : phrase;
  const plain = joined.replace(/\([^)]{1,24}\)/g, ' ').replace(/<\/?sup>/g, '');
  const words = plain.split(/ +/).filter((word) => word !== '');
  const first = words[0] ?? '';
  if (
    first === 'and' ||
    first === 'to' ||
    first === 'in' ||
    first === 'at' ||
    first === 'on' ||
    first === 'as'
  )
    return false;
  return words.every(
    (word) => /^[\p{Lu}\d&“"][\p{L}\p{M}\d.'’&“”"+-]*$/u.test(word) || SMALL_WORD.test(word),
  );
}

/** In headlines verbs have capitals too: `to` in an office is followed by `the` or a name (`Ambassador to Norland`). */
function hasVerb(passage: Passage, from: number, phrase: string): boolean {
  for (const match of phrase.matchAll(/ to /g)) {
    const at = match.index + 4;
    if (!phrase.startsWith('the ', at) && !mentionAt(passage, from + at)) return true;
  }
  return false;
}

/** The country or organisation in the words of an office. */
function affiliationIn(passage: Passage, inside: readonly Mention[], end: number): Affiliation | undefined {
  // The one at the end behind `of` (`Minister of Health of Norland`), else the one at the front (`Norland’s Minister`).
  const last = inside[inside.length - 1];
  const first = inside[0];
  if (last && last.span.end === end && / of (?:the )?$/.test(passage.text.slice(0, last.span.start))) {
    if (last.type === 'PLACE' && countryOf(last.text)) return affiliation(passage, last);
  }
  if (first && (first.type === 'NORP' || first.type === 'PLACE') && countryOf(first.text))
    return affiliation(passage, first);
  const organisation = inside.find(
    ({ type, span }) => type === 'ORG' && !/^(?:White House)$/.test(passage.text.slice(span.start, span.end)),
  );
  if (organisation && organisation === first) return affiliation(passage, organisation);
  const country = inside.find(({ type, text }) => type === 'PLACE' && countryOf(text));
  return country && affiliation(passage, country);
}

const OF = / of (?:the )?/y;
const BRACKET = / \([^)]{1,24}\)/y;
/** Words with capitals and what joins them, up to the end of the sentence. */
export const CAPITALS =
  /(?:U\.[SKN]\.|\p{Lu}(?:[\p{L}\p{M}\d'&-]|\.(?=\p{L}))*)(?: +(?:(?:of|the|for|to|and|on) +){0,3}(?:U\.[SKN]\.|\p{Lu}(?:[\p{L}\p{M}\d'&-]|\.(?=\p{L}))*)){0,20}/uy;
/** Letters behind a name: members of parliament, orders, degrees. */
const POST_NOMINAL =
  /(?:,? (?:TD|MP|MEP|MSP|MS|MLA|KC|QC|SC|OBE|CBE|KBE|DBE|KCMG|DCMG|CMG|AC|AO|PhD))+(?![\w-])/y;
const APPOSITIVE = /, (?:the )?/y;

function named(
  passage: Passage,
  person: Mention,
  { office, of }: Office,
): { party: Participant; end: number } {
  // A recogniser may cut a name at its hyphen.
  const rest = matchAt(passage, /(?:-\p{L}+)+/uy, person.span.end);
  const nameEnd = person.span.end + (rest?.[0].length ?? 0);
  let end = nameEnd;
  const letters = matchAt(passage, POST_NOMINAL, end);
  if (letters) end += letters[0].length;
  let ownOffice = office;
  let standsFor = of;
  const bracket = matchAt(passage, BRACKET, end);
  if (bracket) end += bracket[0].length;
  const preposition = matchAt(passage, OF, end);
  if (preposition) {
    const at = end + preposition[0].length;
    const mention = mentionAt(passage, at);
    if (mention && (mention.type === 'PLACE' || mention.type === 'ORG')) {
      standsFor = affiliation(passage, mention);
      end = mention.span.end;
      const short = matchAt(passage, BRACKET, end);
      if (short) end += short[0].length;
    }
  }
  const appositive = !ownOffice && appositiveAt(passage, end);
  if (appositive) {
    ownOffice = appositive.office;
    standsFor ??= appositive.of;
    end = appositive.end;
  }
  const name = part(passage, person.span.start, nameEnd);
  return {
    party: { name, ...(ownOffice && { office: ownOffice }), ...(standsFor && { of: standsFor }) },
    end,
  };
}

/** `, Deputy Minister of Trade of Norland` behind a name. */
function appositiveAt(
  passage: Passage,
  at: number,
): { office: Part; of?: Affiliation; end: number } | undefined {
  const comma = matchAt(passage, APPOSITIVE, at);
  if (!comma) return undefined;
  const start = at + comma[0].length;
  const phrase = matchAt(passage, CAPITALS, start);
  if (!phrase) return undefined;
  const next = passage.mentions.find(({ type, span }) => type === 'PERSON' && span.start >= start);
  // With a name in it, it is the next party and no description of this one.
  let end = start + phrase[0].length;
  if (next && next.span.start < end) {
    // `Anna Berg, Trade Director and Lars Holm`: the next name begins behind `and`.
    const before = / +and +$/.exec(passage.text.slice(start, next.span.start));
    if (!before) return undefined;
    end = start + before.index;
  } else if (next && next.span.start - end < 3) return undefined;
  if (passage.text.charAt(end - 1) === '.') end--;
  if (!OFFICE.test(passage.text.slice(start, end))) return undefined;
  const inside = passage.mentions.filter(({ span }) => span.start >= start && span.end <= end);
  // `Anna Berg, Harbour Justice Fund` names an organisation and no office.
  if (inside.some(({ type, span }) => type === 'ORG' && span.start === start && span.end === end))
    return undefined;
  const of = affiliationIn(passage, inside, end);
  const country = of?.country && inside.find(({ span }) => span.end === end);
  const before = country && / +of +(?:the +)?$/.exec(passage.text.slice(start, country.span.start));
  const officeEnd = before ? start + before.index : end;
  return { office: part(passage, start, officeEnd), ...(of && { of }), end };
}

/** `the Prime Minister`, `the President of Norland`: somebody known by the office alone. */
function unnamed(passage: Passage, at: number): { party: Participant; end: number } | undefined {
  const match = matchAt(passage, OFFICE_ALONE, at);
  if (!match) return undefined;
  const office = match[1] as string;
  const start = at + match[0].length - office.length;
  let end = start + office.length;
  let of: Affiliation | undefined;
  const preposition = matchAt(passage, OF, end);
  const mention = preposition && mentionAt(passage, end + preposition[0].length);
  if (mention && (mention.type === 'PLACE' || mention.type === 'ORG')) {
    of = affiliation(passage, mention);
    end = mention.span.end;
  } else {
    // `the President of the Republic` says no more than `the President`.
    const own = matchAt(passage, OWN_STATE, end);
    if (own) end += own[0].length;
  }
  return { party: { office: part(passage, start, start + office.length), ...(of && { of }) }, end };
}

/** The word by which two mentions of a person are held to be one: the last of the name without suffixes. */
function surname(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '')
    .split(/[ -]/);
  return (words[words.length - 1] ?? '').toLowerCase();
}

function isSame(a: Participant, b: Participant): boolean {
  if (a.name && b.name) {
    const one = words(a.name.text);
    const other = words(b.name.text);
    if (surname(a.name.text) === surname(b.name.text)) return true;
    // `Xi` for `Xi Jinping`, `Prayut` for `Prayut Chan-o-cha`.
    return (
      (one.length === 1 && other.includes(one[0] ?? '')) ||
      (other.length === 1 && one.includes(other[0] ?? ''))
    );
  }
  if (a.name && b.name === undefined && b.office) return a.office?.text.endsWith(b.office.text) ?? false;
  return (a.office && b.office && a.office.text === b.office.text) || false;
}

function words(name: string): string[] {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[ -]/);
}

/** The fuller of two ways to say the same, with the places of both. */
function fuller<Said extends Part>(a: Said | undefined, b: Said | undefined): Said | undefined {
  if (!a || !b) return a ?? b;
  const best = b.text.length > a.text.length ? b : a;
  return { ...best, spans: [...a.spans, ...b.spans] };
}

/** Whether some party of one list is one of the other. */
export function shareParty(a: readonly Participant[], b: readonly Participant[]): boolean {
  return a.some((one) => one.name && b.some((other) => other.name && isSame(one, other)));
}

/** Whether a party is the one that a headline names, perhaps by office and country alone. */
export function isMeantBy(party: Participant, headline: Participant): boolean {
  if (headline.name) return party.name !== undefined && isSame(party, headline);
  return (
    headline.office !== undefined &&
    party.office?.text.endsWith(headline.office.text) === true &&
    headline.of !== undefined &&
    party.of !== undefined &&
    (headline.of.country ?? headline.of.text) === (party.of.country ?? party.of.text)
  );
}

/** Two readings of the same list, of the lead and of the title, as one: the lead says who, the title fills in. */
export function mergeParties(lead: readonly Participant[], title: readonly Participant[]): Participant[] {
  if (lead.length === 0) return title.filter((party) => isCertain(party) || !party.name);
  const left = [...title];
  const merged = lead.map((party) => {
    const index = left.findIndex((other) => isSame(party, other));
    const other = index >= 0 ? left.splice(index, 1)[0] : undefined;
    if (!other) return party;
    const name = fuller(party.name, other.name);
    const office = fuller(party.office, other.office);
    const of = party.of?.country || !other.of ? fullerOf(party.of, other.of) : other.of;
    return { ...(name && { name }), ...(office && { office }), ...(of && { of }) };
  });
  return [...merged, ...left.filter(isCertain)];
}

/** Headlines write every word with a capital: one word without an office may be anything but a name. */
function isCertain({ name, office }: Participant): boolean {
  return name !== undefined && (office !== undefined || name.text.includes(' '));
}

/** The lead’s word for a country stands; the title’s places are added if it means the same. */
function fullerOf(a: Affiliation | undefined, b: Affiliation | undefined): Affiliation | undefined {
  if (!a || !b) return a ?? b;
  return a.country === b.country ? { ...a, spans: [...a.spans, ...b.spans] } : a;
}
