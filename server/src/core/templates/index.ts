/** The templates' public face. */
export { type AddressParts, addressOf, fileNameOf } from './address.ts';
export { type FillContext, type FilledTemplate, fillTemplate, type PlaceholderValues } from './fill.ts';
export { type PlaceholderOffer, placeholderOffersAt } from './placeholder-offers.ts';
export {
  PLACEHOLDERS,
  type Placeholder,
  type PlaceholderKind,
  type PlaceholderName,
} from './placeholders.ts';
export { type ReadTemplate, readTemplate, type TemplateFinding } from './read-template.ts';
export { TEMPLATES, templateIn, templateOf, templatesIn } from './registry.ts';
export {
  EDITOR_MOMENT,
  type SnippetMoment,
  type SnippetOptions,
  snippetFile,
  templateSnippet,
} from './snippet.ts';
export {
  isPlaceholderName,
  type Passage,
  placeholderIn,
  placeholderOf,
  placeholdersOf,
  type Template,
  visibleForm,
} from './template.ts';
