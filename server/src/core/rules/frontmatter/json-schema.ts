/**
 * The part of JSON Schema (draft 2020-12, validation vocabulary) that makes sense for a frontmatter, judged on scalars
 * as they are written. No code is generated and nothing is fetched; time is bounded whatever the schema says.
 */
import type { JsonSchema } from '../../config/settings.ts';
import { readDay, readTimestamp } from '../../document/facts.ts';
import type { FrontmatterValue } from '../../document/frontmatter.ts';
import { compilePattern, type Pattern, PatternError } from '../../text/pattern.ts';
import type { Span } from '../../text/span.ts';
import { readAddress } from '../url/address.ts';

/** A value to be judged, with the place that a finding about it is shown at. */
export interface Instance {
  readonly data: unknown;
  readonly span: Span;
  /** A scalar's characters: what a schema that wants a text is held against. */
  readonly text: string | undefined;
  readonly items: readonly Instance[];
  readonly members: ReadonlyMap<string, Instance> | undefined;
}

/** A keyword that a value does not obey. */
export interface Violation {
  readonly keyword: string;
  /** Keys and indices from the frontmatter's root to the value. */
  readonly path: readonly (string | number)[];
  /** Whether the keyword stands in the schema's own `properties` and `items`, not under `allOf`, `if` and their like. */
  readonly isDirect: boolean;
  readonly span: Span;
  readonly message: string;
  /** Values that would do, for “did you mean”. */
  readonly allowed: readonly string[];
}

/** Steps after which a schema is too much. */
const MOST_STEPS = 20_000;
const DEEPEST = 40;
const MOST_VIOLATIONS = 50;
/** Longer texts are not held against patterns. */
const LONGEST_MATCHED = 10_000;

/** A value as written, as an instance. */
export function instanceOf(value: FrontmatterValue): Instance {
  if (value.kind === 'mapping') return fromData(value.data, value.span);
  return {
    data: value.kind === 'empty' ? null : value.data,
    span: value.span,
    text: value.kind === 'scalar' ? value.text : undefined,
    items: value.items.map(instanceOf),
    members: undefined,
  };
}

/** Data without places of its own: everything in it is shown at `span`. */
function fromData(data: unknown, span: Span, depth = 0): Instance {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  return {
    data,
    span,
    text: typeof data === 'string' ? data : undefined,
    items:
      Array.isArray(data) && depth < DEEPEST
        ? data.map((each: unknown) => fromData(each, span, depth + 1))
        : [],
    members:
      isObject && depth < DEEPEST
        ? new Map(Object.entries(data).map(([key, each]) => [key, fromData(each, span, depth + 1)]))
        : undefined,
  };
}

/** What an instance does to offend a schema. Never throws. */
export function validate(instance: Instance, schema: JsonSchema | boolean): Violation[] {
  const validation = new Validation(schema);
  validation.check(instance, schema, [], true, 0);
  return validation.violations;
}

type Path = readonly (string | number)[];

class Validation {
  readonly violations: Violation[] = [];
  readonly #root: JsonSchema | boolean;
  #steps = 0;

  constructor(root: JsonSchema | boolean) {
    this.#root = root;
  }

  check(instance: Instance, schema: unknown, path: Path, isDirect: boolean, depth: number): void {
    if (++this.#steps > MOST_STEPS || depth > DEEPEST || this.violations.length >= MOST_VIOLATIONS) return;
    const report = (keyword: string, message: string, allowed: readonly string[] = []) =>
      this.violations.push({ keyword, path, isDirect, span: instance.span, message, allowed });
    if (schema === false) {
      report('false', `${subject(path)} must not be there.`);
      return;
    }
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
    const rules = schema as JsonSchema;
    this.#reference(instance, rules, path, depth);
    this.#general(instance, rules, path, report);
    if (instance.text !== undefined) this.#text(instance.text, rules, path, report);
    const number = typeof instance.data === 'number' ? instance.data : undefined;
    if (number !== undefined) numeric(number, rules, path, report);
    if (Array.isArray(instance.data) || instance.items.length > 0)
      this.#list(instance, rules, path, isDirect, depth, report);
    if (instance.members) this.#object(instance, instance.members, rules, path, isDirect, depth, report);
    this.#combinations(instance, rules, path, depth, report);
  }

  /** Whether an instance obeys a schema. */
  #obeys(instance: Instance, schema: unknown, path: Path, depth: number): boolean {
    const inner = new Validation(this.#root);
    inner.#steps = this.#steps;
    inner.check(instance, schema, path, false, depth + 1);
    this.#steps = inner.#steps;
    return inner.violations.length === 0;
  }

  #reference(instance: Instance, rules: JsonSchema, path: Path, depth: number): void {
    const reference = rules['$ref'];
    if (typeof reference !== 'string' || !reference.startsWith('#')) return;
    let target: unknown = this.#root;
    for (const step of reference.slice(1).split('/').slice(1)) {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
      target = isObject(target) && Object.hasOwn(target, name) ? target[name] : undefined;
    }
    if (target !== undefined) this.check(instance, target, path, false, depth + 1);
  }

  #general(instance: Instance, rules: JsonSchema, path: Path, report: Report): void {
    const types = typeof rules.type === 'string' ? [rules.type] : rules.type;
    if (Array.isArray(types) && !typesOf(instance).some((type) => types.includes(type)))
      report(
        'type',
        `${subject(path)} must be ${types.map((type) => TYPE_NAMES[String(type)] ?? type).join(' or ')}.`,
      );
    const values = rules['enum'];
    if (Array.isArray(values) && !values.some((value) => isSame(instance, value)))
      report('enum', `${subject(path)} must be ${oneOf(values)}.`, texts(values));
    if ('const' in rules && !isSame(instance, rules['const']))
      report('const', `${subject(path)} must be ${oneOf([rules['const']])}.`, texts([rules['const']]));
  }

  #text(text: string, rules: JsonSchema, path: Path, report: Report): void {
    const length = () => Array.from(text).length;
    const { minLength, maxLength, pattern, format } = rules;
    if (typeof minLength === 'number' && length() < minLength)
      report('minLength', `${subject(path)} must have at least ${minLength} characters.`);
    if (typeof maxLength === 'number' && length() > maxLength)
      report('maxLength', `${subject(path)} must have at most ${maxLength} characters, and has ${length()}.`);
    if (typeof pattern === 'string' && text.length <= LONGEST_MATCHED) {
      const compiled = patternOf(pattern);
      if (typeof compiled === 'string')
        report(
          'pattern',
          `The pattern that the settings give for ${subject(path)} cannot be used: ${compiled}.`,
        );
      else if (!compiled.test(text))
        report('pattern', `${subject(path)} does not match the pattern “${pattern}”.`);
    }
    if (typeof format === 'string' && FORMATS[format]?.test(text) === false)
      report('format', `${subject(path)} must be ${FORMATS[format].name}.`);
  }

  #list(
    { items, data }: Instance,
    rules: JsonSchema,
    path: Path,
    isDirect: boolean,
    depth: number,
    report: Report,
  ): void {
    const { minItems, maxItems, uniqueItems, prefixItems, contains } = rules;
    if (typeof minItems === 'number' && items.length < minItems)
      report('minItems', `${subject(path)} must have at least ${minItems} entries.`);
    if (typeof maxItems === 'number' && items.length > maxItems)
      report('maxItems', `${subject(path)} must have at most ${maxItems} entries, and has ${items.length}.`);
    if (uniqueItems === true && Array.isArray(data)) {
      const seen = new Set(data.map((each: unknown) => JSON.stringify(each)));
      if (seen.size < data.length) report('uniqueItems', `${subject(path)} holds an entry twice.`);
    }
    const first = Array.isArray(prefixItems) ? prefixItems : [];
    items.forEach((item, index) => {
      const schema: unknown = index < first.length ? first[index] : rules['items'];
      if (schema !== undefined) this.check(item, schema, [...path, index], isDirect, depth + 1);
    });
    if (
      contains !== undefined &&
      !items.some((item, index) => this.#obeys(item, contains, [...path, index], depth))
    )
      report('contains', `${subject(path)} lacks an entry of the kind wanted.`);
  }

  #object(
    instance: Instance,
    members: ReadonlyMap<string, Instance>,
    rules: JsonSchema,
    path: Path,
    isDirect: boolean,
    depth: number,
    report: Report,
  ): void {
    const { required, minProperties, maxProperties, additionalProperties, propertyNames, dependentRequired } =
      rules;
    for (const key of Array.isArray(required) ? required : [])
      if (!members.has(String(key))) report('required', `${subject([...path, String(key)])} is missing.`);
    if (typeof minProperties === 'number' && members.size < minProperties)
      report('minProperties', `${subject(path)} must have at least ${minProperties} keys.`);
    if (typeof maxProperties === 'number' && members.size > maxProperties)
      report('maxProperties', `${subject(path)} must have at most ${maxProperties} keys.`);
    const properties = isObject(rules['properties']) ? rules['properties'] : {};
    const patterned = isObject(rules['patternProperties']) ? Object.entries(rules['patternProperties']) : [];
    for (const [key, member] of members) {
      const here = [...path, key];
      let isNamed = Object.hasOwn(properties, key);
      if (isNamed) this.check(member, properties[key], here, isDirect, depth + 1);
      for (const [pattern, schema] of patterned) {
        const compiled = patternOf(pattern);
        if (typeof compiled === 'string' || !compiled.test(key)) continue;
        isNamed = true;
        this.check(member, schema, here, isDirect, depth + 1);
      }
      if (!isNamed && additionalProperties === false)
        this.violations.push({
          keyword: 'additionalProperties',
          path: here,
          isDirect,
          span: member.span,
          message: `${subject(here)} is none of the keys allowed.`,
          allowed: [],
        });
      else if (!isNamed && isObject(additionalProperties))
        this.check(member, additionalProperties, here, isDirect, depth + 1);
      if (propertyNames !== undefined && !this.#obeys(fromData(key, member.span), propertyNames, here, depth))
        report('propertyNames', `${subject(here)} is not a name of the form wanted.`);
    }
    if (isObject(dependentRequired))
      for (const [key, wanted] of Object.entries(dependentRequired))
        if (members.has(key))
          for (const other of Array.isArray(wanted) ? wanted : [])
            if (!members.has(String(other)))
              report(
                'dependentRequired',
                `${subject([...path, String(other)])} is missing: it goes with “${key}”.`,
              );
    const dependent = rules['dependentSchemas'];
    if (isObject(dependent))
      for (const [key, schema] of Object.entries(dependent))
        if (members.has(key)) this.check(instance, schema, path, false, depth + 1);
  }

  #combinations(instance: Instance, rules: JsonSchema, path: Path, depth: number, report: Report): void {
    const list = (keyword: string): readonly unknown[] => {
      const value = rules[keyword];
      return Array.isArray(value) ? value : [];
    };
    for (const each of list('allOf')) this.check(instance, each, path, false, depth + 1);
    const any = list('anyOf');
    if (any.length > 0 && !any.some((each) => this.#obeys(instance, each, path, depth)))
      report('anyOf', `${subject(path)} has none of the forms allowed.${hint(any)}`);
    const exactly = list('oneOf');
    if (exactly.length > 0) {
      const count = exactly.filter((each) => this.#obeys(instance, each, path, depth)).length;
      if (count === 0) report('oneOf', `${subject(path)} has none of the forms allowed.${hint(exactly)}`);
      else if (count > 1)
        report('oneOf', `${subject(path)} has more than one of the forms of which it may have one.`);
    }
    if (rules['not'] !== undefined && this.#obeys(instance, rules['not'], path, depth))
      report('not', `${subject(path)} has a form that is not allowed.`);
    if (rules['if'] !== undefined) {
      const branch = this.#obeys(instance, rules['if'], path, depth) ? rules['then'] : rules['else'];
      if (branch !== undefined) this.check(instance, branch, path, false, depth + 1);
    }
  }
}

type Report = (keyword: string, message: string, allowed?: readonly string[]) => void;

function numeric(value: number, rules: JsonSchema, path: Path, report: Report): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = rules;
  if (typeof minimum === 'number' && value < minimum)
    report('minimum', `${subject(path)} must be at least ${minimum}.`);
  if (typeof maximum === 'number' && value > maximum)
    report('maximum', `${subject(path)} must be at most ${maximum}.`);
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum)
    report('exclusiveMinimum', `${subject(path)} must be more than ${exclusiveMinimum}.`);
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum)
    report('exclusiveMaximum', `${subject(path)} must be less than ${exclusiveMaximum}.`);
  if (typeof multipleOf === 'number' && multipleOf > 0 && !Number.isInteger(value / multipleOf))
    report('multipleOf', `${subject(path)} must be a multiple of ${multipleOf}.`);
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
  array: 'a list',
  object: 'a mapping',
};

/** Formats beyond dates, timestamps and addresses, which rules of their own judge. */
const FORMATS: Readonly<Record<string, { readonly name: string; test(text: string): boolean }>> = {
  date: { name: 'a date such as 2023-11-17', test: (text) => readDay(text) !== undefined },
  timestamp: {
    name: 'a timestamp such as 2023-11-17 17:33:23-05:00',
    test: (text) => readTimestamp(text).kind === 'timestamp',
  },
  'date-time': {
    name: 'a timestamp such as 2023-11-17T17:33:23-05:00',
    test: (text) => readTimestamp(text).kind === 'timestamp',
  },
  time: {
    name: 'a time such as 17:33:23',
    test: (text) => /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?/.test(text),
  },
  uri: { name: 'an address from https:// on', test: (text) => readAddress(text) !== undefined },
  url: { name: 'an address from https:// on', test: (text) => readAddress(text) !== undefined },
  email: {
    name: 'an e-mail address',
    test: (text) => /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text.slice(0, 320)),
  },
  hostname: {
    name: 'a host name',
    test: (text) => /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/i.test(text.slice(0, 254)),
  },
};

function typesOf({ data, text }: Instance): readonly string[] {
  if (Array.isArray(data)) return ['array'];
  if (data === null || data === undefined) return text === undefined ? ['null'] : ['null', 'string'];
  if (typeof data === 'number') return Number.isInteger(data) ? ['integer', 'number'] : ['number'];
  return [typeof data];
}

/** A scalar is the text it is written as, too: `enum: ['2023']` accepts a plain 2023. */
function isSame({ data, text }: Instance, value: unknown): boolean {
  return text === value || JSON.stringify(data) === JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function subject(path: Path): string {
  const [key, ...rest] = path;
  if (key === undefined) return 'The frontmatter';
  const places = rest.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : `“${step}”`));
  return [`“${key}”`, ...places].join(', ');
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value): value is string => typeof value === 'string');
}

function oneOf(values: readonly unknown[]): string {
  const shown = values
    .slice(0, 12)
    .map((value) => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value)));
  return shown.length <= 1
    ? (shown[0] ?? 'another value')
    : `one of ${shown.join(', ')}${values.length > 12 ? ', …' : ''}`;
}

/** The descriptions that a schema gives its alternatives. */
function hint(alternatives: readonly unknown[]): string {
  const described = alternatives
    .map((each) => (isObject(each) ? (each['description'] ?? each['title']) : undefined))
    .filter((each): each is string => typeof each === 'string');
  return described.length > 0 ? ` ${described.join(' Or: ')}` : '';
}

const patterns = new Map<string, Pattern | string>();

/** A compiled pattern, or why there is none. */
export function patternOf(source: string): Pattern | string {
  let compiled = patterns.get(source);
  if (compiled === undefined) {
    try {
      compiled = compilePattern(source);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      compiled = error.message;
    }
    if (patterns.size > 200) patterns.clear();
    patterns.set(source, compiled);
  }
  return compiled;
}
