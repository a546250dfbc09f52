/** Names made comparable: without letter case, diacritics and the marks that writers use at will. */

/** Letters that Unicode does not take apart (they carry no combining mark), with what English writes for them. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŀ: 'l',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
};

/** Lower case, no diacritics, no apostrophes of any kind: `Niinistö` and `NIINISTO` become one. */
export function fold(name: string): string {
  if (/^[A-Za-z]*$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFD')
    .replace(/[\p{M}’'‘ʼ`´\u00ad\u200b-\u200d\u2060]/gu, '')
    .toLowerCase()
    .replace(/[øłđðħıŀŧßæœþə]/g, (letter) => UNDIVIDED[letter] ?? letter);
}

/** Whether a name carries a letter that folding changes beyond its case. */
export function hasDiacritic(name: string): boolean {
  return /[^\p{ASCII}’‘ʼ´\u00ad\u200b-\u200d\u2060]/u.test(name);
}
