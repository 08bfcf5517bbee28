export { openGateway, type Gateway, type GatewayParts } from './gateway.ts';
export { joinDevelopmentIssuer } from './identify.ts';
export { createIngestLog } from './ingest-log.ts';
export { loadSample } from './load-sample.ts';
export { startGateway, type RunningGateway, type StartTerminal } from './start.ts';
