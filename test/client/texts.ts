/** Reads TypeScript as far as needed to tell the texts in it: what stands between quotation marks, and in front of it. */

/** A string of the source. */
export interface SourceText {
  /** What it says; `{…}` for each expression in a template. */
  readonly text: string;
  /** The code in front of it, up to 60 characters, without comments. */
  readonly before: string;
  /** The code behind it, up to 60 characters. */
  readonly after: string;
  readonly isTemplate: boolean;
  readonly line: number;
}

/** What a `/` begins a regular expression behind, rather than divide. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};>]|\breturn)\s*$/;

/** All strings of a source, in order; those of import declarations are left out. */
export function textsOf(source: string): SourceText[] {
  const texts: SourceText[] = [];
  let code = '';
  let at = 0;
  const take = (count: number): string => {
    const taken = source.slice(at, at + count);
    at += count;
    return taken;
  };
  /** Reads up to the closing quotation mark, which is read too. */
  const readText = (quote: string): string => {
    let text = '';
    while (at < source.length && source[at] !== quote) {
      if (source[at] === '\\') {
        at++;
        const escaped = take(1);
        text += escaped === 'n' ? '\n' : escaped;
      } else if (quote === '`' && source.startsWith('${', at)) {
        at += 2;
        text += '{…}';
        code += '${';
        readCode('}');
      } else text += take(1);
    }
    at++;
    return text;
  };
  /** Reads code up to a bracket that closes what was opened before, which is read too. */
  const readCode = (end: string | undefined): void => {
    let depth = 0;
    while (at < source.length) {
      const two = source.slice(at, at + 2);
      const one = two[0] ?? '';
      if (two === '//') at = (source.indexOf('\n', at) + source.length + 1) % (source.length + 1);
      else if (two === '/*') at = source.indexOf('*/', at) + 2;
      else if (one === '/' && BEFORE_REGEX.test(code.slice(-30))) readRegex();
      else if (one === "'" || one === '"' || one === '`') {
        const before = code.slice(-60);
        const line = source.slice(0, at).split('\n').length;
        at++;
        const text = readText(one);
        code += `${one}${one}`;
        texts.push({ text, before, after: source.slice(at, at + 60), isTemplate: one === '`', line });
      } else {
        if (one === '{') depth++;
        if (one === '}') {
          if (depth === 0 && end === '}') {
            code += take(1);
            return;
          }
          depth--;
        }
        code += take(1);
      }
    }
  };
  const readRegex = (): void => {
    let isInClass = false;
    code += take(1);
    while (at < source.length && (isInClass || source[at] !== '/')) {
      if (source[at] === '\\') at++;
      else if (source[at] === '[') isInClass = true;
      else if (source[at] === ']') isInClass = false;
      at++;
    }
    code += take(1);
  };
  readCode(undefined);
  return texts.filter(({ before }) => !/(?:\bfrom|\bimport\(?)\s*$/.test(before));
}
