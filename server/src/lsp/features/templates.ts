/** The statement templates, for the editor's command that inserts one. */
import { RequestType } from 'vscode-languageserver';
import { offersFor } from '../../core/features/template-offers.ts';
import { WHITE_HOUSE } from '../../core/index.ts';
import { type Feature, snapshotOf } from '../feature.ts';
import { TEMPLATES_REQUEST, type TemplateOffer, type TemplatesParams } from '../protocol.ts';

const TYPE = new RequestType<TemplatesParams, readonly TemplateOffer[], void>(TEMPLATES_REQUEST);

export const templates: Feature = {
  capability: () => ({ experimental: { readoutTemplates: true } }),
  register(context) {
    context.connection.onRequest(TYPE, async (params) => {
      const snapshot = await snapshotOf(context, params?.uri);
      return offersFor(snapshot?.readout, snapshot?.config.settings ?? WHITE_HOUSE, context.host.now());
    });
  },
};
