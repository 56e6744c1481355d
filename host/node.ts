/** The host under Node: `index.ts`, and loaders and frame timing that need Node. */
export * from './index.ts';
export { nodeFolderLoader } from './loaders/node-folder.ts';
export { runInNode } from './node-loop.ts';
export type { NodeLoopOptions } from './node-loop.ts';
