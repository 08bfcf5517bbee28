export { buildHttpServer, type HttpOptions } from './server.ts';
export { startGraphqlSpeaker, type GraphqlSpeaker } from './speak-graphql.ts';
