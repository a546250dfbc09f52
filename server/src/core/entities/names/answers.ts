/** The layout of what a document's lexicon answers about a name; see lexicon.ts. */

/** Bits 16 to 21: the type under which the workspace's glossary has the name. */
export const GLOSSARY_SHIFT = 16;
