// Each agency behind an Apollo Server of its own, all in this process. Arguments: data folder.
import { ApolloServer, type BaseContext } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildBareSchemas, readDocuments } from '../bare-agencies.ts';
import { openBareContext } from './agencies.ts';
import { listen } from './apollo-http.ts';
import { openDataset } from './dataset.ts';
import { reportToParent } from './protocol.ts';

interface AgencyContext extends BaseContext {
  readonly read: object;
  readonly close: () => Promise<void>;
}

const [dataFolder = ''] = process.argv.slice(2);
const database = await openDataset(dataFolder);
const schemas = buildBareSchemas(await readDocuments());
const servers = await Promise.all(
  [...schemas].map(async ([name, schema]) => {
    const server = new ApolloServer<AgencyContext>({
      schema,
      persistedQueries: false,
      stopOnTerminationSignals: false,
      plugins: [
        ApolloServerPluginInlineTraceDisabled(),
        {
          requestDidStart: () =>
            Promise.resolve({ willSendResponse: ({ contextValue }) => contextValue.close() }),
        },
      ],
    });
    await server.start();
    const openContext = (): Promise<AgencyContext> => {
      const { context, close } = openBareContext(name, database);
      return Promise.resolve({ ...context, close });
    };
    return [name, await listen(server, openContext)] as const;
  }),
);
reportToParent(Object.fromEntries(servers.map(([name, { url }]) => [name, url])), async () => {
  await Promise.all(servers.map(([, { close }]) => close()));
  await database.close();
});
