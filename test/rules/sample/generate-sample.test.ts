import { createHash } from 'node:crypto';
import { RECORD_TYPES } from '../../../src/ingest/index.ts';
import {
  generateSample,
  SAMPLE_SIZES,
  SAMPLE_SIZE_NAMES,
  type SampleStream,
} from '../../../src/sample/index.ts';
import { streamOf } from './sample-rows.ts';

/**
 * The first 16 digits of the SHA-256 of each stream's rows as JSON lines. Snapshots and documents know the sample's
 * answers: whoever changes a digest here looks at those as well.
 */
const LOCKED: Readonly<Record<string, string>> = {
  AdminDivision: '741acc298096347b',
  RoadSegment: '4b2bd8c3fed74871',
  RoadCrosswalk: 'e72967d66017fe8c',
  Gantry: '7a6803470c407fff',
  FlowObservation: '1cfec42284337b5d',
  GantryPassage: 'a261e38aca7f26fe',
  RoadEvent: '831141431a108c6c',
  Checkpoint: '19614656afb306fd',
  Lane: '16f076d17ba40ed7',
  CheckpointPassage: '04e5f9540097fe44',
  Violation: 'a1e567cf72ba2904',
  DisputeIncident: 'e01af286172872d9',
  MediationCase: '1a7c862383e0b4dc',
  MediationParty: 'f0f267a08129f186',
  FollowUp: '0f0269980617dcfd',
  DetentionMediation: '6c6f828e8c9b295b',
  DisputeWarning: 'bfdb4c43a2f652bb',
  WarningSubject: '2405a548427923c3',
  CaseFile: '47d07a9e10d1d3ae',
};

function readRows(stream: SampleStream, limit = Infinity): { digest: string; rows: number } {
  const hash = createHash('sha256');
  let rows = 0;
  for (const row of stream.rows()) {
    if (rows === limit) break;
    rows++;
    hash.update(`${JSON.stringify(row)}\n`);
  }
  return { digest: hash.digest('hex').slice(0, 16), rows };
}

function digest(stream: SampleStream, limit: number): string {
  return readRows(stream, limit).digest;
}

describe('The sample', () => {
  it('has one stream for each record type, in the order in which they can be loaded', () => {
    expect(generateSample({ size: 'small' }).map(({ type }) => type)).toEqual(Object.keys(RECORD_TYPES));
  });

  it.each(generateSample({ size: 'small' }).map((stream) => [stream.type, stream] as const))(
    'has the same %s as ever, and as many as it says',
    (type, stream) => {
      expect(readRows(stream)).toEqual({ digest: LOCKED[type], rows: stream.count });
    },
  );

  it('gives the same rows each time a stream is read, and the same for an equal seed', () => {
    const stream = streamOf('CheckpointPassage', { size: 'small', seed: 7 });
    const first = digest(stream, 5_000);
    expect(digest(stream, 5_000)).toBe(first);
    expect(digest(streamOf('CheckpointPassage', { size: 'small', seed: 7 }), 5_000)).toBe(first);
  });

  it('gives other rows for another seed', () => {
    const types = ['CheckpointPassage', 'MediationCase', 'RoadSegment'] as const;
    for (const type of types) {
      const one = digest(streamOf(type, { size: 'small', seed: 7 }), 1_000);
      expect(digest(streamOf(type, { size: 'small', seed: 8 }), 1_000)).not.toBe(one);
    }
  });

  it('has about 300,000 rows when small', () => {
    const total = generateSample({ size: 'small' }).reduce((sum, { count }) => sum + count, 0);
    expect(total).toBeGreaterThan(280_000);
    expect(total).toBeLessThan(330_000);
  });

  it.each(SAMPLE_SIZE_NAMES)(
    'makes the passages of the %s sample one by one, while they are read',
    (size) => {
      const stream = streamOf('CheckpointPassage', { size });
      expect(stream.count).toBe(SAMPLE_SIZES[size].checkpointPassages);
      const reader = stream.rows()[Symbol.iterator]();
      expect(Array.from({ length: 3 }, () => reader.next().value?.id)).toEqual([
        'P000000001',
        'P000000002',
        'P000000003',
      ]);
      expect(reader.return?.().done).toBe(true);
    },
  );

  it('keeps no rows: the heap does not grow with what was read', () => {
    const passages = streamOf('CheckpointPassage', { size: 'large' }).rows()[Symbol.iterator]();
    const read = (rows: number): number => {
      for (let row = 0; row < rows; row++) passages.next();
      return process.memoryUsage().heapUsed;
    };
    const before = read(50_000);
    // 250,000 kept rows would be some 60 MB; what may lie about until the next collection is less.
    const grown = Math.min(...Array.from({ length: 5 }, () => read(50_000) - before));
    expect(grown / 1e6).toBeLessThan(30);
  });
});
