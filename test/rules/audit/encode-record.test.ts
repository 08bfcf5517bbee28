import { entryWith } from '../../audit-log/entry.ts';
import { MAX_RECORD_BYTES, type DisclosureEntry, encodeRecord } from '../../../src/audit/index.ts';

const PLACE = {
  index: 7,
  id: '0197a000-0000-7000-8000-000000000000',
  recordedAt: '2026-01-31T00:00:00.000Z',
  nonce: '00'.repeat(16),
};

const entryOfQuery = (change: Partial<DisclosureEntry>): DisclosureEntry =>
  entryWith({
    actor: { pseudonym: 'p1_x', agency: 'AG-TRAFFIC-POLICE', role: 'analyst', auth: 'jwt' },
    purpose: { code: 'ROAD_SAFETY', caseReference: null },
    agreements: [{ uid: 'urn:agr:a', version: 1, sha256: 'aa' }],
    policyDigest: 'bb',
    grantDigest: 'ee',
    operation: { name: 'Q', documentSha256: 'cc', variablesHmac: 'ff' },
    fields: [['RoadSegment.id', 'allow', 'urn:agr:a@1#p1']],
    result: { rows: 1, bytes: 2, sha256: 'dd', status: 200, code: 'OK' },
    subjects: ['s1_AAAA'],
    recipient: { agency: 'AG-TRAFFIC-POLICE', system: null },
    maxSensitivity: 'INTERNAL',
    divisions: ['3301'],
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    ...change,
  });

describe('A disclosure record', () => {
  it('has its keys in one fixed order', () => {
    expect(encodeRecord(entryOfQuery({}), PLACE).toString()).toMatchInlineSnapshot(
      `"{"v":3,"id":"0197a000-0000-7000-8000-000000000000","seq":7,"nonce":"00000000000000000000000000000000","time":"2026-01-31T00:00:00.000Z","stage":"RELEASE","actor":{"pseudonym":"p1_x","agency":"AG-TRAFFIC-POLICE","role":"analyst","auth":"jwt"},"src":{"ip":"192.0.2.7"},"purpose":{"code":"ROAD_SAFETY","caseRef":null},"agreements":[{"uid":"urn:agr:a","version":1,"sha256":"aa"}],"policyDigest":"bb","grantDigest":"ee","op":{"name":"Q","documentSha256":"cc","variablesHmac":"ff"},"fields":[["RoadSegment.id","allow","urn:agr:a@1#p1"]],"result":{"rows":1,"bytes":2,"sha256":"dd","status":200,"code":"OK"},"subjects":["s1_AAAA"],"recipient":{"agency":"AG-TRAFFIC-POLICE","system":null},"maxSensitivity":"INTERNAL","divisions":["3301"],"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","requestId":"r"}"`,
    );
  });

  it.each([
    ['a line break', 'a\r\nb'],
    ['a terminal colour', '\u001b[31mred'],
    ['NUL', 'a\u0000b'],
    ['a bidirectional override', 'user\u202Egnp.exe'],
    ['a C1 control', 'a\u009bb'],
    ['DEL, which is ASCII', 'a\u007fb'],
    ['a line separator', 'a\u2028b'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('L4 keeps %s from breaking its line, and loses nothing', (_what, name) => {
    const bytes = encodeRecord(
      entryOfQuery({ operation: { name, documentSha256: null, variablesHmac: null } }),
      PLACE,
    ).toString();
    expect(bytes).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e\ufffd]/);
    expect((JSON.parse(bytes) as { op: { name: string } }).op.name).toBe(name);
  });

  it('is refused where its subjects would not fit, never cut', () => {
    const subjects = (count: number) =>
      Array.from({ length: count }, (_, at) => `s1_${String(at).padStart(22, 'A')}`);
    expect(encodeRecord(entryOfQuery({ subjects: subjects(2_000) }), PLACE).length).toBeLessThan(65_536);
    expect(() => encodeRecord(entryOfQuery({ subjects: subjects(2_400) }), PLACE)).toThrow(/would not fit/);
  });

  it('is refused where it would not fit, never cut', () => {
    const fields = Array.from({ length: 2_000 }, (_, at) => [`Type.field${at}`, 'allow', 'rule'] as const);
    expect(() => encodeRecord(entryOfQuery({ fields }), PLACE)).toThrow(/would not fit/);
    expect(MAX_RECORD_BYTES).toBe(65_535);
  });
});
