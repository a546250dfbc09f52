/**
 * How texts for people come into the language of VS Code. Every text stands in the source in English, as a literal in a
 * call of `l10n.t` or of a function of this type; `l10n/bundle.l10n.*.json` has the other languages, by the English text.
 */
export type Translate = (message: string, ...values: (string | number)[]) => string;
