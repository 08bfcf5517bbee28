import { type Catalogue, type Policy, compilePolicy, readAgreement } from '../../src/agreement/index.ts';
import { parseAgreementFile } from '../../src/storage/index.ts';
import { AGREEMENTS, readFolder } from '../federation/lukou-in-memory.ts';
import { makeAgreements } from './make-agreements.ts';

/** How the analyst of the traffic police is granted what it asks for in `flow`. */
export type PolicyName = 'few' | 'many' | 'granted';

const MANY = 10_000;

/** The shipped agreements alone, the same among ten thousand others, or agreements that grant everything in clear. */
export const POLICIES: Readonly<Record<PolicyName, (catalogue: Catalogue) => Policy>> = {
  few: (catalogue) => compilePolicy(readFolder(AGREEMENTS), catalogue),
  many: (catalogue) => compilePolicy([...readFolder(AGREEMENTS), ...readMany()], catalogue),
  granted: (catalogue) =>
    compilePolicy(
      catalogue.owners.map((owner) => readAgreement(grantAll(catalogue, owner), owner)),
      catalogue,
    ),
};

function readMany() {
  return makeAgreements(MANY).flatMap(({ name, text }) =>
    parseAgreementFile(text, name).map((content) => readAgreement(content, name)),
  );
}

/** All that one agency owns but acts, numbers that are only told of groups and what is for one purpose alone: to be read, filtered and sorted by, every row of it. */
function grantAll({ coordinates, types }: Catalogue, owner: string): object {
  const own = coordinates.filter(
    (field) =>
      field.owner === owner &&
      !field.isStructure &&
      !field.isAct &&
      field.statistic === null &&
      field.onlyFor === null,
  );
  const scoped = [...types.values()].filter((type) => type.owner === owner && type.rowOperands !== null);
  return {
    apiVersion: 'lukou/v1',
    kind: 'Agreement',
    uid: `urn:agr:bench:${owner.toLowerCase()}`,
    version: 1,
    assigner: owner,
    assignee: 'AG-TRAFFIC-POLICE',
    conflict: 'prohibit',
    valid: { from: '2020-01-01T00:00:00+08:00', until: '2040-01-01T00:00:00+08:00' },
    legalBasis: { code: 'LB-BENCH-01', document: `sha256:${'0'.repeat(64)}` },
    appliesTo: [
      { leftOperand: 'purpose', operator: 'isAnyOf', rightOperand: ['ROAD_SAFETY'] },
      { leftOperand: 'role', operator: 'isAnyOf', rightOperand: ['analyst'] },
    ],
    rows: Object.fromEntries(scoped.map(({ name }) => [name, 'all'])),
    permission: [{ id: 'p1', action: ['read', 'filter', 'sort'], target: own.map(({ name }) => name) }],
  };
}
