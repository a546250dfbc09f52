/** Checks parsed YAML against a {@link SettingSchema}, every problem at the exact place of its cause. */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { nearest } from '../text/nearest.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { formatProblem } from './formats.ts';
import type { SettingSchema, SettingType } from './settings-table.ts';

/** Something wrong in a settings file. It has the shape of a finding, so that shells treat it like any other. */
export interface SettingsFinding {
  readonly code:
    | 'settings/syntax'
    | 'settings/unknown'
    | 'settings/value'
    | 'settings/missing'
    | 'settings/extends';
  readonly severity: 'error';
  /** Offsets in the settings file. */
  readonly span: Span;
  readonly message: string;
  readonly fixes?: () => readonly {
    readonly title: string;
    readonly edits: readonly TextEdit[];
    readonly safe: boolean;
  }[];
}

/** Nodes looked at before giving up: aliases can make a small file stand for an endless one. */
const MOST_NODES = 50_000;
/** Depth beyond which nothing is read. */
const DEEPEST = 60;

const TYPE_NAMES: Readonly<Record<SettingType, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'a mapping',
  null: 'nothing',
};

/** The value of a document as plain data without what is wrong, and what is wrong. */
export interface Validated {
  readonly value: unknown;
  readonly findings: readonly SettingsFinding[];
  /** Where a value lies in the file, by its path such as `extends` or `extends/1`. */
  readonly spans: ReadonlyMap<string, Span>;
}

/** Validates the root of a parsed YAML document. Never throws. */
export function validate(document: Document, schema: SettingSchema): Validated {
  return new Validation(document).run(schema);
}

/** Marks a value that was wrong and is left out. */
const WRONG = Symbol('wrong');

class Validation {
  readonly #document: Document;
  readonly #findings: SettingsFinding[] = [];
  readonly #spans = new Map<string, Span>();
  #nodes = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  run(schema: SettingSchema): Validated {
    const root = this.#document.contents as Node | null;
    const value =
      root === null || (isScalar(root) && root.value === null)
        ? {}
        : this.#read(root, schema, '', 0, { start: 0, end: 0 });
    return { value: value === WRONG ? {} : value, findings: this.#findings, spans: this.#spans };
  }

  #report(
    code: SettingsFinding['code'],
    span: Span,
    message: string,
    fix?: { title: string; newText: string },
  ): void {
    this.#findings.push({
      code,
      severity: 'error',
      span,
      message,
      ...(fix && {
        fixes: () => [{ title: fix.title, edits: [{ span, newText: fix.newText }], safe: false }],
      }),
    });
  }

  /** @param place where to report a value that has no place of its own: its key. */
  #read(written: Node | null, schema: SettingSchema, path: string, depth: number, place: Span): unknown {
    if (++this.#nodes > MOST_NODES || depth > DEEPEST) return WRONG;
    const own = spanOf(written);
    const span = own.start === own.end ? place : own;
    this.#spans.set(path, span);
    const node = isAlias(written) ? (written.resolve(this.#document) ?? null) : written;
    const type = typeOf(node);
    const alternative = (schema.anyOf ?? [schema]).find(
      ({ type: wanted, anyOf }) =>
        wanted === undefined ||
        anyOf !== undefined ||
        wanted === type ||
        (wanted === 'number' && type === 'integer'),
    );
    if (!alternative) {
      const wanted =
        schema.title ??
        (schema.anyOf ?? [schema]).map((each) => TYPE_NAMES[each.type ?? 'object']).join(' or ');
      this.#report(
        'settings/value',
        span,
        type === 'null'
          ? `${subject(path)} is empty. Expected ${wanted}; take the line out to keep the profile’s.`
          : `${subject(path)} is ${TYPE_NAMES[type]}. Expected ${wanted}.`,
      );
      return WRONG;
    }
    const expected = alternative.title ?? schema.title;
    if (isMap(node)) return this.#readMap(node.items, alternative, path, depth);
    if (isSeq(node)) return this.#readList(node.items as Node[], alternative, span, path, depth);
    return isScalar(node) ? this.#readScalar(node.value, alternative, span, path, expected) : WRONG;
  }

  #readScalar(
    value: unknown,
    schema: SettingSchema,
    span: Span,
    path: string,
    expected: string | undefined,
  ): unknown {
    const wrong = (why: string, fix?: string): typeof WRONG => {
      const tail = expected ? ` Expected ${expected}.` : '';
      this.#report(
        'settings/value',
        span,
        `${subject(path)} is “${short(value)}”: ${why}.${fix ? ` Did you mean “${fix}”?` : ''}${tail}`,
        fix === undefined ? undefined : { title: `Change to “${fix}”`, newText: fix },
      );
      return WRONG;
    };
    if (schema.enum && !schema.enum.includes(value as string)) {
      return wrong('that is none of the values allowed', nearest(String(value), schema.enum));
    }
    if (typeof value === 'number') {
      if (schema.minimum !== undefined && value < schema.minimum)
        return wrong(`it must be at least ${schema.minimum}`);
      if (schema.maximum !== undefined && value > schema.maximum)
        return wrong(`it must be at most ${schema.maximum}`);
    }
    if (typeof value === 'string') {
      if (value.length < (schema.minLength ?? 0)) {
        return wrong(value === '' ? 'it is empty' : `it must have at least ${schema.minLength} characters`);
      }
      const problem = schema.format && formatProblem(schema.format, value);
      if (problem)
        return wrong(problem, schema.format === 'time-zone' ? nearest(value, timeZones()) : undefined);
    }
    return value;
  }

  #readList(items: readonly Node[], schema: SettingSchema, span: Span, path: string, depth: number): unknown {
    if (items.length < (schema.minItems ?? 0)) {
      this.#report('settings/value', span, `${subject(path)} needs at least ${schema.minItems} entries.`);
      return WRONG;
    }
    if (items.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) {
      this.#report('settings/value', span, `${subject(path)} has more than ${schema.maxItems} entries.`);
      return WRONG;
    }
    return items
      .map((item, index) =>
        this.#read(
          item,
          schema.prefixItems?.[index] ?? schema.items ?? {},
          `${path}/${index + 1}`,
          depth + 1,
          span,
        ),
      )
      .filter((item) => item !== WRONG);
  }

  #readMap(pairs: readonly Pair[], schema: SettingSchema, path: string, depth: number): unknown {
    const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const known = schema.properties ?? {};
    for (const pair of pairs) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const name = String(pair.key.value);
      const keySpan = spanOf(pair.key);
      const inner = path === '' ? name : `${path}/${name}`;
      const property = Object.hasOwn(known, name) ? known[name] : undefined;
      const entry =
        property ?? (schema.additionalProperties === undefined ? {} : schema.additionalProperties);
      if (entry === false) {
        this.#reportUnknown(name, keySpan, path, Object.keys(known), pairs);
        continue;
      }
      const read = this.#read(pair.value as Node | null, entry, inner, depth + 1, keySpan);
      if (read !== WRONG) result[name] = read;
    }
    const missing = (schema.required ?? []).filter((name) => !(name in result));
    for (const name of missing) {
      if (pairs.some((pair) => isScalar(pair.key) && pair.key.value === name)) continue;
      const first = pairs[0]?.key as Node | undefined;
      this.#report('settings/missing', spanOf(first ?? null), `${subject(path)} needs \`${name}\`.`);
    }
    return missing.length > 0 ? WRONG : { ...result };
  }

  #reportUnknown(
    name: string,
    span: Span,
    path: string,
    known: readonly string[],
    pairs: readonly Pair[],
  ): void {
    const present = new Set(pairs.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : '')));
    const meant = nearest(
      name,
      known.filter((each) => !present.has(each)),
    );
    const what = path === 'rules' ? 'There is no rule' : 'There is no setting';
    const where = path === '' || path === 'rules' ? '' : ` in \`${path.replaceAll('/', ' › ')}\``;
    const hint = meant
      ? ` Did you mean “${meant}”?`
      : known.length > 0 && known.length <= 12
        ? ` There are ${known.join(', ')}.`
        : '';
    this.#report(
      'settings/unknown',
      span,
      `${what} “${short(name)}”${where}.${hint} It has no effect.`,
      meant === undefined ? undefined : { title: `Change to “${meant}”`, newText: meant },
    );
  }
}

function spanOf(node: Node | null | undefined): Span {
  const range = node?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : { start: 0, end: 0 };
}

function typeOf(node: Node | null | undefined): SettingType {
  if (isMap(node)) return 'object';
  if (isSeq(node)) return 'array';
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number' || typeof value === 'bigint')
    return Number.isInteger(Number(value)) ? 'integer' : 'number';
  return 'null';
}

function subject(path: string): string {
  return path === '' ? 'The file' : `\`${path.replaceAll('/', ' › ')}\``;
}

function short(value: unknown): string {
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function timeZones(): readonly string[] {
  return [...Intl.supportedValuesOf('timeZone'), 'UTC'];
}
