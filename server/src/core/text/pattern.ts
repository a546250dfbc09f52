/**
 * Regular expressions that come out of a workspace's settings, matched in time linear in the text: all ways through
 * the pattern are followed at once (Thompson 1968), never one after the other, so that no pattern can hang an editor.
 * Knows what JSON Schema recommends for `pattern` (draft 2020-12 core, section 6.4): literals, classes, groups,
 * alternatives, quantifiers, anchors. Look-around and references back are refused.
 */

/** A pattern that can be matched. */
export interface Pattern {
  /** Whether the pattern matches anywhere in the text, as `RegExp.prototype.test` would say. */
  test(text: string): boolean;
}

/** Thrown for a pattern that is none, or that uses what cannot be matched in linear time. */
export class PatternError extends Error {}

/** Longest pattern (UTF-16 units), and most states it may come to. */
const LONGEST_PATTERN = 1000;
const MOST_STATES = 5000;

type Node =
  | { readonly kind: 'one'; readonly matches: (character: string) => boolean }
  | { readonly kind: 'row'; readonly nodes: readonly Node[] }
  | { readonly kind: 'either'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number }
  | { readonly kind: 'at'; readonly anchor: 'start' | 'end' | 'word' | 'no-word' };

/** Compiles a pattern in ECMAScript's notation (with the flag `u`). @throws PatternError */
export function compilePattern(source: string): Pattern {
  if (source.length > LONGEST_PATTERN)
    throw new PatternError(`it is longer than ${LONGEST_PATTERN} characters`);
  try {
    new RegExp(source, 'u');
  } catch {
    throw new PatternError('it is no regular expression');
  }
  const program = new Compiler();
  program.emit(new Parser(source).parse());
  program.finish();
  return { test: (text) => run(program.states, text) };
}

class Parser {
  readonly #source: readonly string[];
  #at = 0;

  constructor(source: string) {
    this.#source = Array.from(source);
  }

  parse(): Node {
    return this.#either();
  }

  #peek(offset = 0): string {
    return this.#source[this.#at + offset] ?? '';
  }

  #take(): string {
    return this.#source[this.#at++] ?? '';
  }

  #either(): Node {
    const nodes = [this.#row()];
    while (this.#peek() === '|') {
      this.#at++;
      nodes.push(this.#row());
    }
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'either', nodes };
  }

  #row(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.#source.length && this.#peek() !== '|' && this.#peek() !== ')')
      nodes.push(this.#repeated(this.#atom()));
    return { kind: 'row', nodes };
  }

  #repeated(node: Node): Node {
    const range = this.#quantifier();
    if (!range) return node;
    // Lazy or greedy makes no difference to whether there is a match.
    if (this.#peek() === '?') this.#at++;
    return { kind: 'repeat', node, ...range };
  }

  #quantifier(): { least: number; most: number } | undefined {
    const sign = this.#peek();
    if (sign === '*' || sign === '+' || sign === '?') {
      this.#at++;
      return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    }
    if (sign !== '{') return undefined;
    const close = this.#source.indexOf('}', this.#at);
    const [least = '', most] = this.#source
      .slice(this.#at + 1, close)
      .join('')
      .split(',');
    this.#at = close + 1;
    return {
      least: Number(least),
      most: most === undefined ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most),
    };
  }

  #atom(): Node {
    const unit = this.#take();
    if (unit === '^') return { kind: 'at', anchor: 'start' };
    if (unit === '$') return { kind: 'at', anchor: 'end' };
    if (unit === '(') return this.#group();
    if (unit === '[') return this.#class();
    if (unit === '\\') return this.#escape();
    if (unit === '.') return one(/^.$/u);
    return { kind: 'one', matches: (character) => character === unit };
  }

  #group(): Node {
    if (this.#peek() === '?') {
      if (this.#peek(1) === ':') this.#at += 2;
      else if (this.#peek(1) === '<' && this.#peek(2) !== '=' && this.#peek(2) !== '!')
        this.#at = this.#source.indexOf('>', this.#at) + 1;
      else throw new PatternError('it looks ahead or behind');
    }
    const inner = this.#either();
    this.#at++;
    return inner;
  }

  #class(): Node {
    const start = this.#at - 1;
    while (this.#peek() !== ']') this.#at += this.#peek() === '\\' ? 2 : 1;
    this.#at++;
    return one(new RegExp(`^${this.#source.slice(start, this.#at).join('')}$`, 'u'));
  }

  #escape(): Node {
    const letter = this.#take();
    if (letter === 'b') return { kind: 'at', anchor: 'word' };
    if (letter === 'B') return { kind: 'at', anchor: 'no-word' };
    if (letter === 'k' || /[1-9]/.test(letter)) throw new PatternError('it refers back to a group');
    let source = `\\${letter}`;
    if (letter === 'p' || letter === 'P' || (letter === 'u' && this.#peek() === '{')) {
      const close = this.#source.indexOf('}', this.#at);
      source += this.#source.slice(this.#at, close + 1).join('');
      this.#at = close + 1;
    } else if (letter === 'x' || letter === 'u' || letter === 'c') {
      const length = letter === 'x' ? 2 : letter === 'u' ? 4 : 1;
      source += this.#source.slice(this.#at, this.#at + length).join('');
      this.#at += length;
    }
    return one(new RegExp(`^${source}$`, 'u'));
  }
}

function one(pattern: RegExp): Node {
  return { kind: 'one', matches: (character) => pattern.test(character) };
}

type State =
  | { readonly kind: 'one'; readonly matches: (character: string) => boolean }
  | { readonly kind: 'fork'; targets: readonly number[] }
  | { readonly kind: 'at'; readonly anchor: 'start' | 'end' | 'word' | 'no-word' }
  | { readonly kind: 'found' };

/** Makes a row of states of a tree; after a state comes the next in the row, but for forks. */
class Compiler {
  readonly states: State[] = [];

  finish(): void {
    this.#push({ kind: 'found' });
  }

  #push(state: State): number {
    if (this.states.length >= MOST_STATES) throw new PatternError('it repeats too much');
    return this.states.push(state) - 1;
  }

  #fork(): { targets: readonly number[] } {
    const state: State = { kind: 'fork', targets: [] };
    this.#push(state);
    return state;
  }

  emit(node: Node): void {
    switch (node.kind) {
      case 'row':
        for (const each of node.nodes) this.emit(each);
        return;
      case 'either': {
        const start = this.#fork();
        const ends: { targets: readonly number[] }[] = [];
        const targets: number[] = [];
        for (const each of node.nodes) {
          targets.push(this.states.length);
          this.emit(each);
          ends.push(this.#fork());
        }
        start.targets = targets;
        for (const end of ends) end.targets = [this.states.length];
        return;
      }
      case 'repeat':
        this.#emitRepeat(node.node, node.least, node.most);
        return;
      default:
        this.#push(node);
    }
  }

  #emitRepeat(node: Node, least: number, most: number): void {
    for (let count = 0; count < least; count++) this.emit(node);
    if (most === Number.POSITIVE_INFINITY) {
      const start = this.states.length;
      const fork = this.#fork();
      this.emit(node);
      this.#fork().targets = [start];
      fork.targets = [start + 1, this.states.length];
      return;
    }
    const forks: { fork: { targets: readonly number[] }; next: number }[] = [];
    for (let count = least; count < most; count++) {
      const fork = this.#fork();
      forks.push({ fork, next: this.states.length });
      this.emit(node);
    }
    for (const { fork, next } of forks) fork.targets = [next, this.states.length];
  }
}

const WORD = /^\w$/;

function run(states: readonly State[], text: string): boolean {
  const characters = Array.from(text);
  let current = new Set<number>();
  for (let at = 0; at <= characters.length; at++) {
    // A match may begin here.
    const reached = closure(states, [...current, 0], characters, at);
    if (!reached) return true;
    current = new Set();
    const character = characters[at];
    if (character === undefined) return false;
    for (const index of reached) {
      const state = states[index];
      if (state?.kind === 'one' && state.matches(character)) current.add(index + 1);
    }
  }
  return false;
}

/** All states that can be reached without a character; undefined if the end is one of them. */
function closure(
  states: readonly State[],
  from: readonly number[],
  characters: readonly string[],
  at: number,
): ReadonlySet<number> | undefined {
  const reached = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    const state = states[index] as State;
    if (state.kind === 'found') return undefined;
    if (state.kind === 'fork') open.push(...state.targets);
    else if (state.kind === 'at' && holds(state.anchor, characters, at)) open.push(index + 1);
  }
  return reached;
}

function holds(
  anchor: 'start' | 'end' | 'word' | 'no-word',
  characters: readonly string[],
  at: number,
): boolean {
  if (anchor === 'start') return at === 0;
  if (anchor === 'end') return at === characters.length;
  const isBorder = WORD.test(characters[at - 1] ?? '') !== WORD.test(characters[at] ?? '');
  return anchor === 'word' ? isBorder : !isBorder;
}
