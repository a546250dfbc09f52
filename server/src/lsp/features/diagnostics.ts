/** Findings as squiggles. */
import { DocumentDiagnosticRequest } from 'vscode-languageserver';
import { canPull, Publisher, Puller } from '../diagnostics.ts';
import { type Feature, onAny } from '../feature.ts';

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
    if (canPull(context)) {
      const puller = new Puller(context);
      onAny(context, DocumentDiagnosticRequest.type, { kind: 'full', items: [] }, (params, token) =>
        puller.pull(params, token),
      );
      context.events.onRecheck(() => {
        if (context.client.workspace?.diagnostics?.refreshSupport)
          context.connection.languages.diagnostics.refresh();
      });
      return;
    }
    const publisher = new Publisher(context);
    context.documents.listen(({ kind, document }) => {
      if (kind === 'closed') publisher.clear(document.uri);
      else publisher.schedule(document.uri);
    });
    context.events.onRecheck(() => {
      for (const { uri } of context.documents.all()) publisher.schedule(uri);
    });
  },
};
