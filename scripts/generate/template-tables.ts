/** The templates as `docs/templates.md` shows them. */
import { partsOf, type Template } from '../../server/src/core/templates/template.ts';
import { cell, table } from './markdown.ts';

/** What the templates are, one section each. */
export function templateSections(templates: readonly Template[]): string {
  return templates
    .flatMap((template) => [
      `### ${template.title}`,
      `${template.description} Snippet \`readout-${template.id}\`. Headline: *${readable(template.headline, template)}*`,
      ...(template.passages.length === 0
        ? []
        : [
            table([
              ['Passage', 'Words'],
              ...template.passages.map(({ purpose, text }) => [
                cell(purpose),
                cell(readable(text, template)),
              ]),
            ]),
          ]),
    ])
    .join('\n\n');
}

function readable(text: string, template: Template): string {
  return partsOf(text, template)
    .map((part) =>
      'literal' in part ? part.literal : `‹${part.placeholder.label.toLowerCase().replace(/^insert /, '')}›`,
    )
    .join('');
}
