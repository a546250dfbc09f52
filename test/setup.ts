/**
 * Property tests draw the same cases in every CI run, so that a change is judged by what it changed. Elsewhere each run
 * draws new ones; READOUT_SEED repeats one (fast-check prints the seed of a failure).
 */
import fc from 'fast-check';

const seed = process.env['READOUT_SEED'] ?? (process.env['CI'] ? '20261123' : undefined);
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
