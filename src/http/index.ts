export type { DeliveryDoor, Inlet } from './delivery-door.ts';
export { buildHttpServer, type HttpOptions } from './server.ts';
export { buildSubgraphServer, type DoorCertificates } from './subgraph-server.ts';
export { buildWitnessServer } from './witness-server.ts';
export { startGraphqlSpeaker, type GraphqlSpeaker } from './speak-graphql.ts';
