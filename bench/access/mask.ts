import { parse } from 'graphql';
import type { Decision, Grant } from '../../src/agreement/index.ts';
import { createLocalSubgraph } from '../../src/federation/index.ts';
import type { MaskSpec } from '../../src/masking/index.ts';
import { median } from '../federation/peer-process.ts';
import { cpuMicrosOf } from './measure.ts';

const ROUNDS = 21;
const EACH = 40;
const ROWS = 1_000;
const KEY = Buffer.alloc(32, 1);

const SDL = `
  type Query { rows: [Passage!] }
  type Passage { plate: String driver: String phone: String at: String speed: Int id: String }
`;
const QUESTION = '{ rows { plate driver phone at speed } }';
const MASKS: Readonly<Record<string, MaskSpec>> = {
  'Passage.plate': { fn: 'plate.region' },
  'Passage.driver': { fn: 'name.surname' },
  'Passage.phone': { fn: 'phone.3' },
  'Passage.at': { fn: 'time.bucket', d: 'PT1H' },
  'Passage.speed': { fn: 'number.bucket', step: 10, max: 200 },
};
const TOKEN: Readonly<Record<string, MaskSpec>> = { 'Passage.plate': { fn: 'token', domain: 'vehicle' } };

const rows = Array.from({ length: ROWS }, (_, at) => ({
  plate: `蒙E${String(10_000 + at)}`,
  driver: at % 7 === 0 ? '欧阳明' : '王建国',
  phone: `138${String(10_000_000 + at)}`,
  at: `2026-03-0${1 + (at % 9)}T0${at % 10}:17:33+08:00`,
  speed: 40 + (at % 90),
}));

/** Milliseconds of CPU that masking adds to an answer of 1,000 rows at the agency's edge. */
export interface MaskFigures {
  readonly fiveColumnsMs: number;
  /** One column of tokens: an HMAC for each value. */
  readonly tokensMs: number;
}

/** The same answer of one agency with its columns in clear, masked, and one of them as tokens; in turn. */
export async function measureMasking(): Promise<MaskFigures> {
  const subgraph = createLocalSubgraph({
    name: 'bench',
    document: parse(SDL),
    resolvers: { Query: { rows: () => rows } },
    inputs: new Map(),
    openContext: () => ({ context: {}, close: () => undefined }),
    maskKeysFor: () => ({ tokenKey: () => KEY }),
    onFault: (_requestId, error) => console.error(error),
  });
  const ask = async (grant: Grant): Promise<void> => {
    for (let done = 0; done < EACH; done += 1) await subgraph.execute(requestOf(grant));
  };
  const grants = [grantOf({}), grantOf(MASKS), grantOf(TOKEN)] as const;
  for (const grant of [...grants, ...grants]) await ask(grant);
  const masked: number[] = [];
  const tokens: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [clear, five, one] = [
      await cpuMicrosOf(() => ask(grants[0])),
      await cpuMicrosOf(() => ask(grants[1])),
      await cpuMicrosOf(() => ask(grants[2])),
    ];
    masked.push((five - clear) / EACH / 1_000);
    tokens.push((one - clear) / EACH / 1_000);
  }
  const figures = { fiveColumnsMs: median(masked), tokensMs: median(tokens) };
  console.log(
    `masking 5 columns of ${ROWS} rows adds ${figures.fiveColumnsMs.toFixed(2)} ms CPU (bar 1); ` +
      `one column of tokens ${figures.tokensMs.toFixed(2)} ms`,
  );
  return figures;
}

function requestOf(grant: Grant): Parameters<ReturnType<typeof createLocalSubgraph>['execute']>[0] {
  return {
    operation: QUESTION,
    variables: {},
    isMutation: false,
    caller: { requestId: 'bench', grant, nowMs: 0 },
    signal: new AbortController().signal,
  };
}

function grantOf(masks: Readonly<Record<string, MaskSpec>>): Grant {
  const allow: Decision = { kind: 'allow', mask: null, rule: 'bench', code: 'GRANTED', agreementUid: null };
  return {
    digest: JSON.stringify(masks),
    policyDigest: '',
    ask: { agency: null, role: 'public', purpose: null, caseReference: null },
    agreements: [],
    decide(coordinate) {
      const mask = masks[coordinate];
      return mask === undefined ? allow : { ...allow, kind: 'mask', mask, code: 'MASKED' };
    },
    decideUse: () => allow,
    scopes: new Map(),
  };
}
