/** Completion in frontmatter, in empty documents, and of names in prose. */
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  CompletionTriggerKind,
  InsertTextFormat,
} from 'vscode-languageserver';
import { type Completion, completionsAt } from '../../core/features/completion.ts';
import { type KnownName, namesAt } from '../../core/features/prose-completion.ts';
import { settingOffersAt } from '../../core/features/settings-assist.ts';
import { placeholderOffersAt } from '../../core/templates/index.ts';
import { toLspEdit, toOffset } from '../convert.ts';
import { type Feature, isOurs, onDocument, type ServerContext, type Snapshot } from '../feature.ts';
import { templateFileOf } from '../template-problems.ts';
import { uriKey } from '../uri.ts';

const KIND: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  tag: CompletionItemKind.EnumMember,
  date: CompletionItemKind.Constant,
  url: CompletionItemKind.Reference,
  template: CompletionItemKind.Snippet,
  name: CompletionItemKind.Class,
};

/** Quick suggestions are off in Markdown by VS Code's default: only characters named here bring completions up. */
const TRIGGERS = [...'\n:- [{,\'"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

/** Frontmatter is completed from its first line on; other people's frontmatter, with keys of theirs, is not. */
function mayBecomeOurs(snapshot: Snapshot): boolean {
  if (isOurs(snapshot)) return true;
  const { readout, config } = snapshot;
  const known = config.settings.frontmatter.properties ?? {};
  const keys = readout.frontmatter?.keyLines ?? [];
  return readout.frontmatter ? keys.every(({ key }) => Object.hasOwn(known, key)) : readout.length <= 60;
}

/** Names of the workspace for the beginning of a word, with the office that each person has in the latest document. */
function knownNames({ workspace }: ServerContext, beginning: string, uri: string): readonly KnownName[] {
  return (
    workspace.index
      .namesMatching(beginning, MOST_KNOWN)
      // A name that this document alone has is offered as its own, or is the word that is being typed.
      .filter(({ documents, latest }) => documents > 1 || uriKey(latest.document.uri) !== uriKey(uri))
      .map((name) => ({ ...name, office: name.latest.entry.office }))
  );
}

/** Many more than are shown: what is offered first is decided by more than the letters. */
const MOST_KNOWN = 200;

export const completion: Feature = {
  capability: () => ({ completionProvider: { triggerCharacters: TRIGGERS } }),
  register(context) {
    const snippets = context.client.textDocument?.completion?.completionItem?.snippetSupport === true;
    const toItem = ({ readout }: Snapshot, item: Completion, index: number): CompletionItem => ({
      label: item.label,
      kind: KIND[item.kind],
      ...(item.detail !== undefined && { detail: item.detail }),
      ...(item.documentation !== undefined && {
        documentation: { kind: 'markdown' as const, value: item.documentation },
      }),
      sortText: String(index).padStart(4, '0'),
      filterText: item.filter ?? item.label,
      insertTextFormat: item.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: toLspEdit(readout, item.edit),
      ...(item.opensNext &&
        context.retriggerCommand !== undefined && {
          command: { title: 'Suggest', command: context.retriggerCommand },
        }),
    });
    onDocument(
      context,
      CompletionRequest.type,
      [],
      (snapshot, { position, context: how }) => {
        if (!mayBecomeOurs(snapshot)) return [];
        const { readout, config, path } = snapshot;
        const offset = toOffset(readout, position);
        const isAsked = how?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
        let items = completionsAt({
          readout,
          settings: config.settings,
          offset,
          now: context.host.now(),
          fileName: path?.slice(path.lastIndexOf('/') + 1),
          isAsked,
          snippets,
        });
        if (items.length === 0 && isOurs(snapshot))
          items = namesAt(
            readout,
            config.settings,
            offset,
            (letters) => knownNames(context, letters, snapshot.uri),
            isAsked,
          );
        return items.map((item, index) => toItem(snapshot, item, index));
      },
      {
        anyMarkdown: true,
        templateFile: ({ readout, path = '' }, { position }) =>
          placeholderOffersAt(templateFileOf(path, readout.text), toOffset(readout, position)).map(
            ({ name, placeholder, span }, index) => ({
              label: `{${name}}`,
              kind: CompletionItemKind.Variable,
              detail: placeholder.kind,
              documentation: `${placeholder.description} Example: ${placeholder.example}`,
              sortText: String(index).padStart(4, '0'),
              textEdit: toLspEdit(readout, { span, newText: `{${name}}` }),
            }),
          ),
        settingsFile: ({ readout }, { position }) =>
          settingOffersAt(readout.text, toOffset(readout, position)).map((offer, index) => ({
            label: offer.label,
            kind: offer.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
            ...(offer.documentation !== undefined && {
              documentation: { kind: 'markdown' as const, value: offer.documentation },
            }),
            sortText: String(index).padStart(4, '0'),
            textEdit: toLspEdit(readout, { span: offer.span, newText: offer.newText }),
          })),
      },
    );
  },
};
