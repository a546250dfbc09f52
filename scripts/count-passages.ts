/**
 * Counts how published statements are built: for each kind of statement which passages occur, in which order, and with
 * which verbs. The tables in `docs/templates.md` are its output; the templates follow them.
 *
 *     npx tsx scripts/count-passages.ts ../shared/corpus
 *
 * A statement's kind is read from its title; a passage is recognised sentence by sentence from its words. Both are
 * plain patterns: good for counting a thousand documents, not for judging one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readout } from '../server/src/core/document/readout.ts';

/** Kinds by title; the first that fits counts. */
const KINDS: readonly (readonly [kind: string, title: RegExp, not?: RegExp])[] = [
  ['pull-aside', /pull[- ]aside|brush[- ]by/i],
  [
    'joint statement',
    /^(?:\S+ )?(?:leaders’ )?joint (?:statement|declaration|communiqu)/i,
    /before|remarks/i,
  ],
  [
    'condolence',
    /\b(?:passing|death|deaths|loss) of\b/i,
    /proclamation|order|remarks|resolution|anniversary/i,
  ],
  [
    'congratulation',
    /\bcongratulat|on the (?:election|inauguration|swearing[- ]in) of/i,
    /^(?:ICYMI|remarks)/i,
  ],
  [
    'travel announcement',
    /^statement.*(?:’s travel\b|\bto travel\b|travels? to)|^readout.*\btravel to/i,
    /remarks|^readout/i,
  ],
  ['visit announcement', /^statement.*\bvisit\b/i, /^(?:remarks|background)/i],
  ['virtual meeting', /^(?:readout|statement).*\bvirtual/i, /fact sheet/i],
  ['trilateral meeting', /^(?:readout|statement).*\btrilateral/i],
  [
    'multilateral meeting',
    /^(?:readout|statement).*(?:\bG-?7\b|\bG-?20\b|\bQuad\b|summit|participation in|(?:european|allied|allies|ASEAN|partner|CARICOM|EU|NATO) (?:leaders|allies))/i,
    /call/i,
  ],
  [
    'meeting of officials',
    /^(?:readout|statement).*(?:advisor|adviser|secretary|counselor|officials?|representative).*\b(?:meeting|meetings|dialogue|consultations)\b/i,
  ],
  ['call', /^(?:readout|statement).*\bcalls?\b/i, /calls? (?:on|for)\b/i],
  ['bilateral meeting', /^(?:readout|statement).*\bmeetings? with\b/i],
  ['statement on an event', /^statement (?:by|from|of)\b.*\bon\b/i],
];

/** Passages by the words of one sentence; a sentence may be several. */
const PASSAGES: readonly (readonly [passage: string, words: RegExp])[] = [
  [
    'who, what, when',
    /\b(?:spoke|met|held|hosted|convened|participated|joined|will (?:travel|welcome|host|visit|meet)|traveled|travelled)\b/i,
  ],
  [
    'place named',
    /\b(?:at the White House|in the Oval Office|on the (?:margins|sidelines) of|in [A-Z]\p{L}+, [A-Z])/u,
  ],
  ['congratulated', /\bcongratulat/i],
  [
    'grief',
    /\b(?:condolences?|saddened|heartbroken|mourn|grie(?:f|ve|ving)|our (?:hearts|prayers|thoughts)|deepest sympath)/i,
  ],
  ['life and service', /\b(?:served|devoted|dedicated|legacy|lifetime|career|remembered)\b/i],
  [
    'relationship',
    /\b(?:re)?affirm\w*.*\b(?:relationship|partnership|alliance|ties|commitment|support)\b|\b(?:bilateral relation|partnership between|friendship between|alliance)\w*/i,
  ],
  ['topics', /\bdiscuss(?:ed|ing|ion|ions)?\b|\bexchanged views\b|\breviewed\b|\bconsult(?:ed|ations?)\b/i],
  [
    'one side’s point',
    /\b(?:underscored?|emphasi[sz]ed|stressed|expressed|raised|noted|reiterated|conveyed|highlighted|urged|made clear)\b/i,
  ],
  [
    'thanks',
    /\b(?:thanked|thanks|expressed (?:his |her |their )?(?:appreciation|gratitude)|commended|applauded|praised|grateful)\b/i,
  ],
  ['welcomed', /\bwelcom(?:ed|es|ing)\b/i],
  ['condemned', /\bcondemn\w*\b|\bdeplor\w*\b/i],
  ['agreed', /\b(?:agreed|committed to|pledged|resolved to|decided)\b/i],
  [
    'programme',
    /\bwill (?:also )?(?:discuss|meet|review|deliver|participate|attend|coordinate|underscore|join)\b/i,
  ],
  ['stands with', /\b(?:stand(?:s)? with|in solidarity|share(?:s)? (?:in|the) )/i],
  ['calls on others', /\b(?:calls? (?:up)?on|urges?|must)\b/i],
  ['first person', /\b(?:I|we|our)\b/],
  [
    'next step',
    /\b(?:look(?:s|ed)? forward|remain in (?:close )?(?:touch|contact)|stay in (?:close )?(?:touch|contact)|continue to (?:work|consult|coordinate)|in the (?:coming|weeks)|follow[- ]up|next (?:meeting|steps|summit)|will (?:continue|keep)|remains? committed)\b/i,
  ],
];

const VERB =
  /\b(?:spoke|met|held|hosted|convened|participated|discussed|reviewed|reaffirmed|affirmed|underscored|emphasi[sz]ed|stressed|expressed|raised|noted|reiterated|conveyed|highlighted|urged|thanked|commended|applauded|congratulate|congratulated|welcomed|condemned|agreed|committed|pledged|look forward|looked forward|will travel|will welcome|will host|will discuss|will meet|consulted|exchanged)\b/gi;

interface Counted {
  documents: number;
  readonly words: number[];
  readonly paragraphs: number[];
  endMark: number;
  leadToday: number;
  readonly passages: Map<string, { documents: number; readonly places: number[] }>;
  readonly verbs: Map<string, number>;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : entry.name.endsWith('.md') ? [path] : [];
    })
    .sort();
}

const median = (values: readonly number[]): number =>
  values.length === 0 ? 0 : ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);

/** Sentences of running prose; abbreviations such as “Jr.” and “U.S.” do not end one. */
function sentencesOf(prose: string): string[] {
  return prose
    .split(/(?<=[.!?][”’"]?)(?<!\b(?:Jr|Sr|Dr|Mr|Ms|Mrs|St|U\.S|D\.C|[A-Z])\.)\s+(?=[“"A-Z])/u)
    .filter((text) => text.length > 3);
}

function count(folder: string): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const path of files(folder)) {
    const readout = Readout.parse(readFileSync(path, 'utf8'));
    const written = readout.frontmatter?.fields.find((field) => field.key === 'title')?.value;
    const title = String(written?.data ?? '').replace(/\s+/g, ' ');
    const kind = KINDS.find(([, pattern, not]) => pattern.test(title) && !not?.test(title))?.[0];
    if (!kind) continue;
    const prose = readout.blocks.filter(
      ({ kind: block }) => block === 'paragraph' || block === 'listItem' || block === 'quote',
    );
    const texts = prose.map((block) => block.text.replace(/\s+/g, ' ').trim());
    const sentences = texts.flatMap(sentencesOf);
    if (sentences.length === 0) continue;
    let entry = counted.get(kind);
    if (!entry) {
      entry = {
        documents: 0,
        words: [],
        paragraphs: [],
        endMark: 0,
        leadToday: 0,
        passages: new Map(),
        verbs: new Map(),
      };
      counted.set(kind, entry);
    }
    entry.documents++;
    entry.words.push(texts.join(' ').split(' ').length);
    entry.paragraphs.push(texts.length);
    if (readout.blocks.some((block) => block.kind === 'endMark')) entry.endMark++;
    if (
      /\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening))\b|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/i.test(
        sentences[0] ?? '',
      )
    )
      entry.leadToday++;
    for (const [passage, words] of PASSAGES) {
      const first = sentences.findIndex((sentence) => words.test(sentence));
      if (first < 0) continue;
      const found = entry.passages.get(passage) ?? { documents: 0, places: [] };
      found.documents++;
      found.places.push(sentences.length === 1 ? 0 : first / (sentences.length - 1));
      entry.passages.set(passage, found);
    }
    const verbs = new Set(sentences.join(' ').toLowerCase().match(VERB) ?? []);
    for (const verb of verbs) entry.verbs.set(verb, (entry.verbs.get(verb) ?? 0) + 1);
  }
  return counted;
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

/** The counts as Markdown tables. */
function report(counted: ReadonlyMap<string, Counted>): string {
  const lines = [
    '| Kind of statement | Documents | Words (median) | Paragraphs (median) | Day named in the first sentence | End mark |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
  ];
  const ordered = KINDS.map(([kind]) => kind).flatMap((kind) => {
    const entry = counted.get(kind);
    return entry ? [{ kind, entry }] : [];
  });
  for (const { kind, entry } of ordered) {
    lines.push(
      `| ${kind} | ${entry.documents} | ${median(entry.words)} | ${median(entry.paragraphs)} | ${percent(entry.leadToday, entry.documents)} | ${percent(entry.endMark, entry.documents)} |`,
    );
  }
  lines.push(
    '',
    '| Kind of statement | Passages in the order in which they first appear (share of documents) | Verbs (share of documents) |',
    '| --- | --- | --- |',
  );
  for (const { kind, entry } of ordered) {
    const mean = (places: readonly number[]) => places.reduce((sum, place) => sum + place, 0) / places.length;
    const passages = [...entry.passages]
      .filter(([, found]) => found.documents * 100 >= 15 * entry.documents)
      .sort((a, b) => mean(a[1].places) - mean(b[1].places))
      .map(([name, found]) => `${name} ${percent(found.documents, entry.documents)}`);
    const verbs = [...entry.verbs]
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, 8)
      .map(([verb, documents]) => `${verb} ${percent(documents, entry.documents)}`);
    lines.push(`| ${kind} | ${passages.join(' → ')} | ${verbs.join(', ')} |`);
  }
  return lines.join('\n');
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: npx tsx scripts/count-passages.ts FOLDER');
  process.exitCode = 2;
} else {
  console.log(report(count(folder)));
}
