// Vite makes the default export.
// oxlint-disable-next-line import/default
import GraphqlWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

// GraphQL's worker can all that the editor's own worker can, so one script serves all.
Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (): Worker => new GraphqlWorker(),
  },
});
