import { scanText } from '../../../src/classification/index.ts';
import { ONLINE_LABELS, RECORD_TYPES, type RecordTypeName } from '../../../src/ingest/index.ts';
import { SAMPLE_PERIOD, type SampleStream, generateSample } from '../../../src/sample/index.ts';

/** Rows that the strict schema reads; all of them go through the fast check, as in an intake. */
const BY_SCHEMA = 400;

function findFaults({ type, rows }: SampleStream): string[] {
  const recordType = RECORD_TYPES[type];
  const faults = new Set<string>();
  let read = 0;
  for (const { onlineLabel, ...record } of rows()) {
    if (!ONLINE_LABELS.includes(onlineLabel)) faults.add('unknown label');
    const fault = recordType.findFault(
      recordType.columns.map(({ field }) => Reflect.get(record, field) as unknown),
    );
    if (fault !== null) faults.add(fault);
    if (read++ < BY_SCHEMA && !recordType.schema.safeParse(record).success)
      faults.add('refused by the schema');
  }
  return [...faults];
}

describe('Records of the sample', () => {
  it.each(generateSample({ size: 'small' }).map((stream) => [stream.type, stream] as const))(
    'that are of type %s are canonical, with a label, and none would be quarantined',
    (_type, stream) => {
      expect(findFaults(stream)).toEqual([]);
    },
  );

  it('would be noticed if one were wrong', () => {
    const stream = generateSample({ size: 'small' }).find(({ type }) => type === 'Violation')!;
    const [first] = stream.rows();
    const broken = { ...stream, rows: () => [{ ...first!, status: 'CAPTURED', secret: 1 }] } as SampleStream;
    expect(findFaults(broken)).toEqual(['NOT_YET_ENTERED', 'refused by the schema']);
  });

  it.each([
    ['FlowObservation', 'periodStart'],
    ['GantryPassage', 'transTime'],
    ['CheckpointPassage', 'passTime'],
    ['Violation', 'violationTime'],
    ['MediationCase', 'acceptedAt'],
    ['DisputeWarning', 'pushedAt'],
  ] as const)('of type %s lie within the winter by their %s', (type: RecordTypeName, field) => {
    const stream = generateSample({ size: 'small' }).find((one) => one.type === type)!;
    let first = '9';
    let last = '0';
    for (const row of stream.rows()) {
      const instant = String(Reflect.get(row, field));
      if (instant < first) first = instant;
      if (instant > last) last = instant;
    }
    expect(first >= SAMPLE_PERIOD.from).toBe(true);
    expect(last < SAMPLE_PERIOD.to).toBe(true);
  });

  it('pass the guard, and carry not even a word that a person would have to look at', () => {
    const words = /绝密|机密|秘密|内部|密级/u;
    const texts = new Set<string>();
    for (const { type, rows } of generateSample({ size: 'small' })) {
      if (type === 'CheckpointPassage' || type === 'GantryPassage' || type === 'FlowObservation') continue;
      for (const row of rows()) {
        for (const value of Object.values(row)) if (typeof value === 'string') texts.add(value);
      }
    }
    const stopped = (text: string): boolean => words.test(text) || scanText(text).verdict !== 'pass';
    expect(Array.from(texts).filter(stopped)).toEqual([]);
    expect(stopped('机密★10年')).toBe(true);
  });
});
