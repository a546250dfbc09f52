/** Findings as squiggles: ours at once, markdownlint's as a second stage. */
import { DocumentDiagnosticRequest } from 'vscode-languageserver';
import { canPull, Publisher, Puller } from '../diagnostics.ts';
import { type Feature, onAny } from '../feature.ts';
import { carryMarkdownlint } from '../findings.ts';
import { MarkdownStage } from '../markdown-stage.ts';

export const diagnostics: Feature = {
  capability: (client) =>
    canPull({ client })
      ? {
          diagnosticProvider: {
            identifier: 'readout',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {},
  register(context) {
    const stage = new MarkdownStage(context);
    context.documents.listen((event) => {
      const { kind, document } = event;
      if (kind === 'changed') carryMarkdownlint(event.before.readout, document.readout);
      if (kind === 'closed') stage.cancel(document.uri);
      else stage.schedule(document.uri);
    });
    context.events.onRecheck((uri) => {
      for (const document of context.documents.all()) if (!uri) stage.schedule(document.uri);
    });
    if (canPull(context)) {
      const puller = new Puller(context, stage);
      onAny(context, DocumentDiagnosticRequest.type, { kind: 'full', items: [] }, (params, token) =>
        puller.pull(params, token),
      );
      context.events.onRecheck(() => puller.refresh());
      return;
    }
    const publisher = new Publisher(context);
    context.documents.listen(({ kind, document }) => {
      if (kind === 'closed') publisher.clear(document.uri);
      else publisher.schedule(document.uri);
    });
    context.events.onRecheck((uri) => {
      for (const document of context.documents.all())
        if (!uri || uri === document.uri) publisher.schedule(document.uri);
    });
  },
};
