/** The moment at which VS Code began to run the extension's file, in milliseconds. */
export const LOADING_BEGAN = performance.now();
