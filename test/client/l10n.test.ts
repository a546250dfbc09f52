/** Every text of the editor's side goes through VS Code's localisation, and every language has all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, english, ROOT, translate } from './languages.ts';
import { type SourceText, textsOf } from './texts.ts';

const LANGUAGES = ['es'];

const SOURCES = readdirSync(join(ROOT, 'client/src'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, texts: textsOf(readFileSync(join(ROOT, 'client/src', name), 'utf8')) }));

/** Whether a text is the first argument of `vscode.l10n.t`, or of a function that is handed over as `t`. */
const isTranslated = ({ before }: SourceText): boolean => /(?:\bl10n\.t|(?<![.\w])t)\(\s*$/.test(before);
/** What is written to the log is for whoever helps, and stays English. */
const isForTheLog = ({ before }: SourceText): boolean =>
  /\b(?:log|output)\.(?:error|warn|info|debug)\(\s*$/.test(before);
/** No words of a language: tags, classes, gaps, icons, commands, and our own name. */
const NO_WORDS = /<[^>]*>|\breadout-[\w-]*|\{…\}|\$\([\w-]+\)|command:[\w.]+|\bReadout\b/g;

/** Whether a text is made for people: it has two words, or is one word with a capital letter. */
function isForPeople({ text }: SourceText): boolean {
  const words = text.replace(NO_WORDS, ' ').trim();
  return /\p{L}[\p{L}’]*[,.;:?!]? +\p{L}/u.test(words) || /^\p{Lu}\p{Ll}+[….:?!]?$/u.test(words);
}

const translated = SOURCES.flatMap(({ texts }) => texts.filter(isTranslated));
const messages = [...new Set(translated.map(({ text }) => text))].sort();

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w*\}/g)].map(([all]) => all).sort();
const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

describe('texts of the client', () => {
  it('are all localised', () => {
    const bypassing = SOURCES.flatMap(({ name, texts }) =>
      texts
        .filter((text) => isForPeople(text) && !isTranslated(text) && !isForTheLog(text))
        .map(({ line, text }) => `${name}:${line}: ${text}`),
    );
    expect(bypassing).toEqual([]);
    expect(messages.length).toBeGreaterThan(100);
  });

  it('are literals: what is put together out of pieces cannot be translated', () => {
    expect(translated.filter(({ isTemplate }) => isTemplate).map(({ text }) => text)).toEqual([]);
    expect(
      translated.filter(({ after }) => !/^\s*,?\s*\)|^\s*,/.test(after)).map(({ text }) => text),
    ).toEqual([]);
    const calls = SOURCES.flatMap(({ name }) =>
      [
        ...readFileSync(join(ROOT, 'client/src', name), 'utf8').matchAll(
          /(?:\bl10n\.t|(?<![.\w])t)\(\s*(?!['")])\S.*/g,
        ),
      ].map(([call]) => `${name}: ${call}`),
    );
    expect(calls).toEqual([]);
  });

  it('hand over as many values as they have gaps, from 0 on', () => {
    for (const message of messages)
      expect(placeholders(message), message).toEqual(placeholders(message).map((_, index) => `{${index}}`));
  });
});

describe.each(LANGUAGES)('the bundle for %s', (language) => {
  const texts = bundle(language);

  it('has every text, and no other', () => {
    expect(Object.keys(texts).sort()).toEqual(messages);
  });

  it('says all of it, with the same gaps and icons', () => {
    for (const [message, text] of Object.entries(texts)) {
      expect(text.trim(), message).not.toBe('');
      expect(placeholders(text), message).toEqual(placeholders(message));
      expect(/…$/.test(text), message).toBe(/…$/.test(message));
      expect(text.match(/\$\([\w-]+\)/g), message).toEqual(message.match(/\$\([\w-]+\)/g));
    }
  });

  it('is another language', () => {
    const same = Object.entries(texts).filter(([message, text]) => message === text);
    // Units and pieces without words are the same.
    expect(same.map(([message]) => message).filter((message) => /\p{L}{4}/u.test(message))).toEqual([
      '1 error',
      'embargo {0}',
    ]);
  });
});

describe('texts of package.json', () => {
  const TEXT_KEYS = /^(?:title|shortTitle|description|markdownDescription|altText|contents)$/;
  const LISTS = /^(?:enumDescriptions|markdownEnumDescriptions)$/;
  const manifest = json('package.json');
  const english = json('package.nls.json');
  const spanish = json('package.nls.es.json');

  /** What people read in a part of the manifest. */
  function* textsIn(value: unknown, key = ''): Generator<string> {
    if (typeof value === 'string') {
      if (TEXT_KEYS.test(key)) yield value;
    } else if (Array.isArray(value))
      for (const item of value) yield* textsIn(item, LISTS.test(key) ? 'title' : '');
    else if (value) for (const [name, item] of Object.entries(value)) yield* textsIn(item, name);
  }

  it('are all localised, and none is left over', () => {
    const all = [...textsIn(manifest)];
    expect(all.filter((text) => !/^%[\w.-]+%$/.test(text))).toEqual([]);
    const views = (manifest['contributes'] as { views: { explorer: readonly { name: string }[] } }).views;
    const used = [...all, ...views.explorer.map(({ name }) => name)].map((text) => text.slice(1, -1));
    expect([...new Set(used)].sort()).toEqual(Object.keys(english).sort());
  });

  it('are there in every language', () => {
    expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(spanish)) {
      expect(String(text).trim(), key).not.toBe('');
      const links = (all: unknown): string[] =>
        [...String(all).matchAll(/\]\(([^)]*)\)/g)].map(([, to = '']) => to);
      expect(links(text), key).toEqual(links(english[key]));
      // A walkthrough's link stands on a line of its own, which makes it a button.
      expect(String(text).split('\n').length, key).toBe(String(english[key]).split('\n').length);
      const code = (all: unknown): string[] =>
        String(all)
          .match(/`[^`]*`/g)
          ?.slice()
          .sort() ?? [];
      if (key !== 'setting.timeZone') expect(code(text), key).toEqual(code(english[key]));
      expect(/…$/.test(String(text)), key).toBe(/…$/.test(String(english[key])));
    }
  });
});

describe('the languages of the tests', () => {
  it('fill gaps as VS Code does', () => {
    expect(english('{0} of {1}', 1, 'two')).toBe('1 of two');
    expect(() => translate('es')('no such text')).toThrow('no such text');
  });
});

describe('textsOf', () => {
  it('tells texts from code, comments and regular expressions', () => {
    const source = [
      "import x from 'y';",
      "// 'not'",
      "/* \"nor\" */ const a = t('it’s \\'here\\'') / 2;",
      'return /[\'"]/.test(`a $'.concat("{b('c')} d`);"),
    ].join('\n');
    expect(textsOf(source).map(({ text, line }) => [text, line])).toEqual([
      ["it’s 'here'", 3],
      ['c', 4],
      ['a {…} d', 4],
    ]);
  });
});
