/**
 * The compact form of a document's summary: what the index holds in memory, what a worker hands over and what is kept
 * on disk. Names and figures are rows of numbers in which strings are numbers of a table; places are bytes.
 */
import type { EntityType } from '../core/index.ts';
import { NONE, type StringTable } from './strings.ts';
import type { DocumentSummary, Places } from './summary.ts';

/** A summary without what its file's path says. */
export interface PackedSummary {
  readonly title: string;
  readonly date: string;
  readonly url: string;
  /**
   * Four counts (counterparts, names, figures, aliases), then their rows in this order. A counterpart is the number of
   * its key; for the others see {@link NAME_ROW}, {@link FIGURE_ROW} and {@link ALIAS_ROW}.
   */
  readonly rows: Uint32Array;
  /** Places, found by their offset: the title's at 0. See {@link placesAt}. */
  readonly places: Uint8Array;
}

const COUNTS = 4;
/** Key, name, office, offset of the places, and type with the number of places. */
const NAME_ROW = 5;
/** Text, figure id, offset of the place. */
const FIGURE_ROW = 3;
/** Which name, counted from 0, and another key that stands for it. */
const ALIAS_ROW = 2;

/** Order is part of the stored form: add at the end. */
const TYPES: readonly EntityType[] = [
  'PERSON',
  'PLACE',
  'ORG',
  'NORP',
  'INSTRUMENT',
  'EVENT',
  'DATE',
  'MONEY',
  'PERCENT',
  'NUMBER',
];
const TYPE_BITS = 4;

/** What figures with the same sense have in common: what kind they are and what they count. */
export function figureId(type: EntityType, counted: string): string {
  return `${type} ${counted}`;
}

/** Packs a summary. Each string in it counts as one use in the table. */
export function pack(summary: DocumentSummary, strings: StringTable): PackedSummary {
  const { title, date, url, counterparts, names, figures } = summary;
  const aliases = names.flatMap((name, index) => name.aliases.map((key) => [index, key] as const));
  const rows = new Uint32Array(
    COUNTS +
      counterparts.length +
      names.length * NAME_ROW +
      figures.length * FIGURE_ROW +
      aliases.length * ALIAS_ROW,
  );
  const places = new PlaceWriter();
  places.add(summary.titlePlace);
  let at = 0;
  const put = (value: number): void => {
    rows[at++] = value;
  };
  for (const { length } of [counterparts, names, figures, aliases]) put(length);
  for (const key of counterparts) put(strings.use(key));
  for (const name of names) {
    put(strings.use(name.key));
    put(strings.use(name.name));
    put(name.office === undefined ? NONE : strings.use(name.office));
    put(places.add(name.places));
    put(((name.places.length / 4) << TYPE_BITS) | TYPES.indexOf(name.type));
  }
  for (const figure of figures) {
    put(strings.use(figure.text));
    put(strings.use(figureId(figure.type, figure.counted)));
    put(places.add(figure.places));
  }
  for (const [index, key] of aliases) {
    put(index);
    put(strings.use(key));
  }
  return { title, date, url, rows, places: places.bytes() };
}

/** Says where in the rows each kind begins. */
function layout(rows: Uint32Array) {
  const counterparts = rows[0] as number;
  const names = rows[1] as number;
  const figures = rows[2] as number;
  const aliases = rows[3] as number;
  const nameRows = COUNTS + counterparts;
  const figureRows = nameRows + names * NAME_ROW;
  return {
    counterparts,
    names,
    figures,
    aliases,
    nameRows,
    figureRows,
    aliasRows: figureRows + figures * FIGURE_ROW,
  };
}

/**
 * Gives other numbers to the strings of a summary.
 * @param renumber takes the old number, never {@link NONE}.
 */
export function renumbered(rows: Uint32Array, renumber: (string: number) => number): Uint32Array {
  const copy = rows.slice();
  const change = (at: number): void => {
    const string = copy[at] as number;
    if (string !== NONE) copy[at] = renumber(string);
  };
  const { counterparts, names, figures, aliases, nameRows, figureRows, aliasRows } = layout(rows);
  for (let i = 0; i < counterparts; i++) change(COUNTS + i);
  for (let i = 0; i < names; i++) for (let j = 0; j < 3; j++) change(nameRows + i * NAME_ROW + j);
  for (let i = 0; i < figures; i++) for (let j = 0; j < 2; j++) change(figureRows + i * FIGURE_ROW + j);
  for (let i = 0; i < aliases; i++) change(aliasRows + i * ALIAS_ROW + 1);
  return copy;
}

/** Takes back all uses of strings that a summary stands for. */
export function releaseStrings(rows: Uint32Array, strings: StringTable): void {
  renumbered(rows, (string) => {
    strings.release(string);
    return NONE;
  });
}

/** Calls back with the numbers of the keys of all counterparts. */
export function eachCounterpart(rows: Uint32Array, visit: (key: number) => void): void {
  for (let i = 0; i < (rows[0] as number); i++) visit(rows[COUNTS + i] as number);
}

/** Calls back with the numbers of key and name of all names, in order. */
export function eachName(rows: Uint32Array, visit: (index: number, key: number, name: number) => void): void {
  const { names, nameRows } = layout(rows);
  for (let i = 0; i < names; i++) {
    const at = nameRows + i * NAME_ROW;
    visit(i, rows[at] as number, rows[at + 1] as number);
  }
}

/** Calls back with the number of each figure's id, in order. */
export function eachFigure(rows: Uint32Array, visit: (index: number, id: number) => void): void {
  const { figures, figureRows } = layout(rows);
  for (let i = 0; i < figures; i++) visit(i, rows[figureRows + i * FIGURE_ROW + 1] as number);
}

/** Calls back with each other key under which a name is known. */
export function eachAlias(rows: Uint32Array, visit: (name: number, alias: number) => void): void {
  if (rows[3] === 0) return;
  const { aliases, aliasRows } = layout(rows);
  for (let i = 0; i < aliases; i++) {
    const at = aliasRows + i * ALIAS_ROW;
    visit(rows[at] as number, rows[at + 1] as number);
  }
}

/** The number of the office borne by a name, or {@link NONE}. Looks at nothing else. */
export function officeOf(rows: Uint32Array, index: number): number {
  return rows[COUNTS + (rows[0] as number) + index * NAME_ROW + 2] as number;
}

/** The number of a name's key. */
export function keyOf(rows: Uint32Array, index: number): number {
  return rows[COUNTS + (rows[0] as number) + index * NAME_ROW] as number;
}

/** One name of a packed document, unpacked as far as it is asked. */
export class NameEntry {
  readonly #packed: PackedSummary;
  readonly #strings: StringTable;
  readonly #at: number;

  constructor(packed: PackedSummary, strings: StringTable, index: number) {
    this.#packed = packed;
    this.#strings = strings;
    this.#at = COUNTS + (packed.rows[0] as number) + index * NAME_ROW;
  }

  #cell(column: number): number {
    return this.#packed.rows[this.#at + column] as number;
  }

  get type(): EntityType {
    return TYPES[this.#cell(4) & ((1 << TYPE_BITS) - 1)] as EntityType;
  }

  /** What the same name has in other documents. */
  get key(): string {
    return this.#strings.text(this.#cell(0));
  }

  /** The fullest form. */
  get name(): string {
    return this.#strings.text(this.#cell(1));
  }

  /** The office borne in front of it, if any. */
  get office(): string | undefined {
    return this.#strings.text(this.#cell(2)) || undefined;
  }

  /** How often it stands there. */
  get mentions(): number {
    return this.#cell(4) >>> TYPE_BITS;
  }

  get places(): Places {
    return placesAt(this.#packed.places, this.#cell(3), this.mentions);
  }
}

/** One figure of a packed document, unpacked as far as it is asked. */
export class FigureEntry {
  readonly #packed: PackedSummary;
  readonly #strings: StringTable;
  readonly #at: number;

  constructor(packed: PackedSummary, strings: StringTable, index: number) {
    this.#packed = packed;
    this.#strings = strings;
    this.#at = layout(packed.rows).figureRows + index * FIGURE_ROW;
  }

  get #id(): string {
    return this.#strings.text(this.#packed.rows[this.#at + 1] as number);
  }

  get type(): EntityType {
    return this.#id.slice(0, this.#id.indexOf(' ')) as EntityType;
  }

  get text(): string {
    return this.#strings.text(this.#packed.rows[this.#at] as number);
  }

  /** What is counted. */
  get counted(): string {
    return this.#id.slice(this.#id.indexOf(' ') + 1);
  }

  get places(): Places {
    return placesAt(this.#packed.places, this.#packed.rows[this.#at + 2] as number, 1);
  }
}

/**
 * Reads places. Each is four numbers in base 128, the lowest seven bits first: lines since the start of the place
 * before, character, lines to its end, and the character there (on the same line: characters to it). Lines since may
 * be negative: they are counted 0, -1, 1, -2, …
 * @param count how many.
 */
export function placesAt(bytes: Uint8Array, offset: number, count: number): Places {
  const places = new Int32Array(count * 4);
  let at = offset;
  const number = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++] as number;
      value += (byte & 127) * factor;
      if (!(byte & 128)) return value;
    }
  };
  let line = 0;
  for (let i = 0; i < places.length; i += 4) {
    const since = number();
    line += since % 2 === 0 ? since / 2 : -(since + 1) / 2;
    const character = number();
    const lines = number();
    const end = number();
    places[i] = line;
    places[i + 1] = character;
    places[i + 2] = line + lines;
    places[i + 3] = lines === 0 ? character + end : end;
  }
  return places;
}

/** Writes places one behind the other, in the form that {@link placesAt} reads. */
class PlaceWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  /** @returns the offset to read them from. */
  add(places: Places): number {
    const offset = this.#length;
    let before = 0;
    for (let i = 0; i + 3 < places.length; i += 4) {
      const line = places[i] as number;
      const character = places[i + 1] as number;
      const lines = (places[i + 2] as number) - line;
      const end = places[i + 3] as number;
      const since = line - before;
      before = line;
      this.#number(since >= 0 ? since * 2 : -since * 2 - 1);
      this.#number(character);
      this.#number(lines);
      this.#number(lines === 0 ? end - character : end);
    }
    return offset;
  }

  #number(value: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
