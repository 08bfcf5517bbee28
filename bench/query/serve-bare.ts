// The least that a server in one process can do: HTTP, the same reads under the same row-level security, and JSON. No
// GraphQL, no federation, no agreements, no log. Arguments: data folder.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openBareContext } from './agencies.ts';
import { openDataset } from './dataset.ts';
import { POINT } from './operations.ts';
import { reportToParent } from './protocol.ts';

const [dataFolder = ''] = process.argv.slice(2);
const database = await openDataset(dataFolder);
const http = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { query } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string };
    void (query === POINT.query ? lookUp() : join()).then((data) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ data }));
    });
  });
});
http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo;
  reportToParent({ url: `http://127.0.0.1:${port}/graphql`, headers: {} }, async () => {
    http.close();
    http.closeAllConnections();
    await database.close();
  });
});

const SEGMENT_FIELDS = ['id', 'roadName', 'technicalGrade', 'lengthKm', 'aadt'];
const ASKED = new Map([
  ['RoadSegment', new Set(SEGMENT_FIELDS)],
  ['Checkpoint', new Set(['id', 'name', 'status'])],
  ['MediationCase', new Set(['id', 'disputeKind', 'status'])],
]);

async function lookUp(): Promise<object> {
  const { context, close } = openBareContext('traffic', database, ASKED);
  const { id, roadName, technicalGrade, lengthKm, aadt } = (await context.read.roadSegment('G10-001'))!;
  await close();
  return { roadSegment: { id, roadName, technicalGrade, lengthKm, aadt } };
}

async function join(): Promise<object> {
  const traffic = openBareContext('traffic', database, ASKED);
  const checkpoint = openBareContext('checkpoint', database, ASKED);
  const mediation = openBareContext('mediation', database, ASKED);
  const page = await traffic.context.read.roadSegments({ first: 20, filter: { divisionCode: '150700' } });
  const nodes = await Promise.all(
    page.nodes.map(async (segment) => {
      const [checkpoints, cases] = await Promise.all([
        checkpoint.context.read.segmentCheckpoints(segment.id),
        mediation.context.read.segmentCases(segment.id, 3),
      ]);
      return {
        id: segment.id,
        roadName: segment.roadName,
        technicalGrade: segment.technicalGrade,
        aadt: segment.aadt,
        checkpoints: checkpoints.map(({ id, name, status }) => ({ id, name, status })),
        roadAccidentCases: cases.map(({ id, disputeKind, status }) => ({ id, disputeKind, status })),
      };
    }),
  );
  await Promise.all([traffic.close(), checkpoint.close(), mediation.close()]);
  return { roadSegments: { nodes } };
}
