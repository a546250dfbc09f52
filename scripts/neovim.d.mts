/** Path of a Neovim on this machine, or unpacked before by `node scripts/neovim.mjs`; undefined if there is none. */
export function findNeovim(): string | undefined;
