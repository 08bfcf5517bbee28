import type { OversightDesk } from '../../../src/storage/index.ts';

/** What readers are told of a process that there is none of: one answer to each question. */
export const TEST_DESK: OversightDesk = {
  proveRecord: (_log, index) =>
    Promise.resolve({ index, treeSize: index + 1, hashes: ['AA=='], head: 'lukou.test/gateway\n1\nAA==\n' }),
  replayRecord: () =>
    Promise.resolve({
      isIdentical: true,
      policyDigest: 'aa',
      recordedGrantDigest: 'bb',
      replayedGrantDigest: 'bb',
      decisions: [
        {
          coordinate: 'CheckpointPassage.plateNo',
          recorded: 'mask:plate.region',
          recordedRule: 'urn:agr:x@3#p2',
          replayed: 'mask:plate.region',
          replayedRule: 'urn:agr:x@3#p2',
        },
      ],
    }),
  findWitnesses: () =>
    Promise.resolve({
      quorum: 1,
      witnessedSize: 1,
      witnesses: [{ name: 'witness.test', vkey: 'witness.test+00000000+AA==', size: 1, seenAt: null }],
    }),
  stateOf: () => 'IN_FORCE',
  findSuspension: () => ({ from: '2026-01-10T08:00:00.000Z', by: 'AG-TEST', reason: 'A test.' }),
  listSignatures: (_agreement, { signatures }) =>
    Promise.resolve([
      ...signatures.map(({ agency, keyId }) => ({ agency, keyId, state: 'VALID' })),
      { agency: 'AG-TEST', keyId: null, state: 'MISSING' },
    ]),
  isForEverybody: () => true,
  showAccess: ({ owner, typeName }) => ({
    classes: [{ agency: 'AG-TEST', role: 'analyst', purpose: null, withCase: false, breakGlass: null }],
    rows: [
      {
        coordinate: `${typeName ?? 'Road'}.id`,
        owner,
        typeName: typeName ?? 'Road',
        sensitivity: 'PUBLIC',
        valueType: 'ID',
        example: '"r1"',
        cells: [{ decision: 'allow', code: 'GRANTED', clause: 'urn:agr:x@3#p1', example: '"r1"' }],
      },
    ],
  }),
  checkDraft: () => ({ name: 'urn:agr:x@4', sha256: 'ff', problems: [] }),
  async judgeDraft(_text, records) {
    const read: Buffer[] = [];
    for await (const record of records) read.push(record);
    const recordsRead = read.length;
    const impact = {
      who: 'AG-TEST analyst',
      coordinate: 'Road.id',
      before: 'allow',
      after: 'deny:NOT_GRANTED',
    };
    const impacts = [{ ...impact, kind: 'NEWLY_DENIED', records: recordsRead }];
    return { problems: [], recordsRead, recordsChanged: recordsRead, impacts };
  },
};
