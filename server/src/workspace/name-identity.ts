/** What in a workspace belongs to one name: whom a person's names and surnames mean, and what acronyms stand for. */
import { eachAlias, keyOf, officeOf, type PackedSummary } from './packed.ts';
import { bearerOf, type FullName, type Person, personsOf } from './people.ts';
import { Postings } from './postings.ts';
import { NONE, type StringTable } from './strings.ts';

/** Where names stand, as the index knows it. */
export interface NamePlaces {
  readonly strings: StringTable;
  /** Rows of names by key. */
  readonly names: Postings;
  readonly packedOf: (document: number) => PackedSummary | undefined;
}

/** All that belongs to one name. */
export interface SameName {
  /** Numbers of keys. */
  readonly keys: readonly number[];
  /** Whether what stands in this row under one of the keys belongs to the name. */
  readonly accepts: (key: number, document: number, row: number) => boolean;
}

const PERSON = 'PERSON ';

export class NameIdentity {
  readonly #places: NamePlaces;
  /** Numbers of people's keys by the last word. */
  readonly #bySurname = new Map<string, Set<number>>();
  /** By an acronym's key: rows of the names that it stands for. */
  readonly #aliases = new Postings();

  constructor(places: NamePlaces) {
    this.#places = places;
  }

  /** A key is in use. */
  added(key: number): void {
    const surname = surnameOf(this.#places.strings.text(key));
    if (surname === undefined) return;
    const known = this.#bySurname.get(surname);
    if (known) known.add(key);
    else this.#bySurname.set(surname, new Set([key]));
  }

  /** A key is no longer in use. */
  removed(key: number): void {
    const surname = surnameOf(this.#places.strings.text(key));
    if (surname === undefined) return;
    const known = this.#bySurname.get(surname);
    known?.delete(key);
    if (known?.size === 0) this.#bySurname.delete(surname);
  }

  /** A document says what acronyms stand for. */
  addAliases(document: number, rows: Uint32Array): void {
    eachAlias(rows, (name, alias) => this.#aliases.add(alias, document, name));
  }

  removeAliases(document: number, rows: Uint32Array): void {
    eachAlias(rows, (name, alias) => this.#aliases.remove(alias, document, name));
  }

  /**
   * What belongs to a name.
   * @param office what a person bears in front of it where somebody asks; a surname alone means nobody without it.
   */
  sameAs(text: string, office?: string): SameName {
    const { strings } = this.#places;
    const known = strings.find(text);
    if (!text.startsWith(PERSON)) {
      const keys = known === undefined ? [] : this.#expanded(known);
      return { keys, accepts: () => true };
    }
    const persons = this.#personsLike(text);
    const bare = text.slice(PERSON.length);
    const person =
      (office === undefined ? undefined : bearerOf(bare, office.toLowerCase(), persons)) ??
      persons.find(({ names }) => names.includes(bare));
    if (!person) return { keys: known === undefined ? [] : [known], accepts: () => true };
    const full = new Set(person.names.flatMap((name) => strings.find(PERSON + name) ?? []));
    const lone = [...tailsOf(person.names)].flatMap((tail) => strings.find(PERSON + tail) ?? []);
    const bearers = new Map<string, Person | undefined>();
    return {
      keys: [...full, ...lone.filter((key) => !full.has(key))],
      accepts: (key, document, row) => {
        if (full.has(key)) return true;
        const packed = this.#places.packedOf(document);
        const borne = packed ? officeOf(packed.rows, row) : NONE;
        if (borne === NONE) return false;
        const id = `${key} ${borne}`;
        if (!bearers.has(id)) {
          const surname = strings.text(key).slice(PERSON.length);
          bearers.set(id, bearerOf(surname, strings.text(borne).toLowerCase(), persons));
        }
        return bearers.get(id) === person;
      },
    };
  }

  /** All people with the surname of a name. */
  #personsLike(text: string): readonly Person[] {
    const names: FullName[] = [];
    for (const key of this.#bySurname.get(surnameOf(text) ?? '') ?? []) {
      const bare = this.#places.strings.text(key).slice(PERSON.length);
      if (bare.includes(' ')) names.push({ bare, offices: this.#officesOf(key) });
    }
    return personsOf(names);
  }

  #officesOf(key: number): ReadonlySet<string> {
    const numbers = new Set<number>();
    this.#places.names.each(key, (document, row) => {
      const packed = this.#places.packedOf(document);
      if (packed) numbers.add(officeOf(packed.rows, row));
    });
    numbers.delete(NONE);
    return new Set([...numbers].map((number) => this.#places.strings.text(number).toLowerCase()));
  }

  /** An acronym with the one name it stands for anywhere; a name with its acronyms. */
  #expanded(key: number): readonly number[] {
    const full = this.#meaningOf(key) ?? key;
    const acronyms = new Set<number>();
    this.#places.names.each(full, (document, row) => {
      const packed = this.#places.packedOf(document);
      if (packed) eachAlias(packed.rows, (name, alias) => name === row && acronyms.add(alias));
    });
    return [full, ...[...acronyms].filter((each) => each !== full && this.#meaningOf(each) === full)];
  }

  /** The key of the name that an acronym stands for wherever a document says so; undefined if they do not agree. */
  #meaningOf(acronym: number): number | undefined {
    const meanings = new Set<number>();
    this.#aliases.each(acronym, (document, row) => {
      const packed = this.#places.packedOf(document);
      if (packed) meanings.add(keyOf(packed.rows, row));
    });
    const [only] = meanings;
    return meanings.size === 1 ? only : undefined;
  }
}

function surnameOf(key: string): string | undefined {
  return key.startsWith(PERSON) ? key.slice(Math.max(PERSON.length, key.lastIndexOf(' ') + 1)) : undefined;
}

/** What is left of names when words are taken from their front. */
function tailsOf(names: readonly string[]): ReadonlySet<string> {
  const tails = new Set<string>();
  for (const name of names)
    for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) tails.add(name.slice(at + 1));
  return tails;
}
