/** Where a document's end marks stand. */
import type { Block } from '../../document/block.ts';
import { gather } from '../../document/chunk.ts';

/** The end marks of a chunk. */
export const endMarks = gather((block: Block): true | undefined => block.kind === 'endMark' || undefined);
