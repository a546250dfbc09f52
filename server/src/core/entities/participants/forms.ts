/** In which form people met or spoke, as the text says it. */
import type { Part } from './parties.ts';
import type { Passage } from './passage.ts';

/** The kinds of contact a text may name; several hold at once (`virtual`, `trilateral`, `meeting`). */
export const FORM_KINDS = [
  'call',
  'virtual',
  'video',
  'pull-aside',
  'bilateral',
  'trilateral',
  'quadrilateral',
  'multilateral',
  'summit',
  'meeting',
  'conversation',
  'roundtable',
  'briefing',
  'dinner',
  'lunch',
  'breakfast',
  'visit',
  'travel',
  'event',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** A form with the words that say so. */
export interface Form extends Part {
  readonly kind: FormKind;
}

const WORDS: readonly (readonly [FormKind, RegExp])[] = [
  [
    'call',
    /\b(?:(?:tele)?phone calls?|conference calls?|calls?|by (?:secure )?(?:tele)?phone|(?:on|over) the (?:tele)?phone|telephoned)\b/i,
  ],
  [
    'video',
    /\b(?:(?:secure )?video (?:call|conference|teleconference|meeting)|videoconference|video[- ]?link|by video|VTC)\b/i,
  ],
  ['virtual', /\b(?:virtual|virtually)\b/i],
  ['pull-aside', /\bpull[- ]aside\b/i],
  ['bilateral', /\bbilateral(?:ly)?\b/i],
  ['trilateral', /\btrilateral(?:ly)?\b/i],
  ['quadrilateral', /\b(?:quadrilateral|Quad)\b/i],
  ['multilateral', /\b(?:multilateral|plurilateral)\b/i],
  ['summit', /\bsummit\b/i],
  ['meeting', /\bmeetings?\b/i],
  ['conversation', /\b(?:conversations?|discussions?|consultations?|dialogue|talks)\b/i],
  ['roundtable', /\broundtables?\b/i],
  ['briefing', /\bbriefings?\b/i],
  ['dinner', /\bdinner\b/i],
  ['lunch', /\b(?:lunch|luncheon)\b/i],
  ['breakfast', /\bbreakfast\b/i],
  ['visit', /\bvisits?\b/i],
  ['travel', /\b(?:travel|trip)\b/i],
  [
    'event',
    /\b(?:event|convening|forum|reception|listening sessions?|retreat|celebration|panel|conference)\b/i,
  ],
];

/** The forms that a stretch of a passage names, in the order of {@link FORM_KINDS}. */
export function formsIn(passage: Passage, start: number, end: number): Form[] {
  const text = passage.text.slice(start, end);
  const forms: Form[] = [];
  for (const [kind, pattern] of WORDS) {
    const match = pattern.exec(text);
    // A call by video is a video call; a video conference is no event.
    if (!match || (kind === 'call' && /^video/i.test(text.slice(Math.max(0, match.index - 6), match.index))))
      continue;
    if (kind === 'event' && forms.length > 0) continue;
    const from = start + match.index;
    forms.push({ kind, text: match[0], spans: [passage.place(from, from + match[0].length)] });
  }
  return forms;
}

/** A form that a verb says by itself. */
export function formOfVerb(passage: Passage, kind: FormKind, start: number, end: number): Form {
  return { kind, text: passage.source.slice(start, end), spans: [passage.place(start, end)] };
}

/** Forms that title and lead name, each once. What only a verb says (`met`, `spoke`) yields to a noun that says more. */
export function mergeForms(nouns: readonly Form[], verb: Form | undefined): Form[] {
  const forms: Form[] = [];
  for (const form of nouns) {
    const index = forms.findIndex(({ kind }) => kind === form.kind);
    const known = forms[index];
    if (known) forms[index] = { ...known, spans: [...known.spans, ...form.spans] };
    else forms.push(form);
  }
  if (verb) {
    const index = forms.findIndex(({ kind }) => kind === verb.kind);
    const known = forms[index];
    if (known) forms[index] = { ...known, spans: [...known.spans, ...verb.spans] };
    else if (forms.length === 0) forms.push(verb);
  }
  return forms;
}
