import { isDeepStrictEqual } from 'node:util';
import { loadMutated, type Mutant } from './differential/mutate-executor.ts';

const WORLDS = 40;
const CONTROL_WORLDS = 6;

const MUTANTS: Readonly<Record<string, Mutant>> = {
  'leaves null in a place that may not be null': {
    file: 'execute/complete-answer.ts',
    changes: [['return shape.nonNull ? undefined : null;', 'return null;']],
  },
  'gives two places one copy of an entity': {
    file: 'execute/merge-answer.ts',
    changes: [
      [
        '    const copy = bareObject();\n',
        '    const known = SHARED.get(value);\n    if (known !== undefined) return known;\n    const copy = bareObject();\n    SHARED.set(value, copy);\n',
      ],
      ['const MAX_LIST_NESTING', 'const SHARED = new WeakMap<object, Bare>();\nconst MAX_LIST_NESTING'],
    ],
  },
  'keeps one object of an answer in several places': {
    file: 'plan/fetch-entities.ts',
    changes: [['const isOwn = mayKeep && !pool.isShared;', 'const isOwn = mayKeep;']],
  },
  'takes entities of one id for one, whatever else is sent': {
    file: 'plan/fetch-entities.ts',
    changes: [['  return JSON.stringify(representation);\n', "  return String(representation['id']);\n"]],
  },
  'answers every value as its interface says': {
    file: 'document/type-matters.ts',
    changes: [
      ['types.some((type) => typeOf(type, entry.name) !== String(fields[entry.name]?.type))', 'false'],
    ],
  },
  'shows values of types that nobody may see': {
    file: 'document/type-matters.ts',
    changes: [[' || hidesTypesOf(parent.name)', '']],
  },
  'asks for every value’s type': {
    file: 'document/type-matters.ts',
    changes: [['if (!isAbstractType(parent)) return false;', 'return isAbstractType(parent);']],
  },
  'takes the interface’s name for the type’s': {
    file: 'execute/merge-answer.ts',
    changes: [
      [
        "typeof existing !== 'string' || !this.#isObjectType(existing)",
        "typeof existing === 'string' || existing === undefined",
      ],
    ],
  },
};

describe('scenarios and random worlds catch an executor that', () => {
  it.each(Object.entries(MUTANTS))(
    '%s',
    async (_fault, mutant) => {
      expect(await findCatch(mutant, WORLDS)).not.toBeNull();
    },
    120_000,
  );

  it('is unchanged: they find nothing', async () => {
    expect(await findCatch({ file: 'execute/merge-answer.ts', changes: [] }, CONTROL_WORLDS)).toBeNull();
  }, 120_000);

  /** The scenario or the world in which something first goes wrong; null where nothing does. */
  async function findCatch(mutant: Mutant, worlds: number): Promise<string | null> {
    const { runBothWays, runScenario, SCENARIOS } = await loadMutated(mutant);
    for (const scenario of SCENARIOS) {
      const outcomes = await runScenario(scenario);
      if (outcomes.some(({ expected, actual }) => !isDeepStrictEqual(expected, actual))) return scenario.id;
    }
    for (let world = 0; world < worlds; world++) {
      if ((await runBothWays(world)).differences.length > 0) return `world ${world}`;
    }
    return null;
  }
});
