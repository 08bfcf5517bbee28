import {
  type AccessTable,
  type AskedAccess,
  decisionInWords,
  type Decision,
  listAccess,
  type Policy,
} from '../../agreement/index.ts';
import { exampleValue, maskExample, roundExample } from '../../masking/index.ts';
import type { ShownAccessRow, ShownAccess } from '../../storage/index.ts';

/** An agency's fields and what classes of callers may read of them, with invented values under each mask. */
export function showAccess(policy: Policy, asked: AskedAccess, nowMs: number): ShownAccess {
  const { classes, rows } = listAccess(policy, asked, nowMs);
  return {
    classes: classes.map(({ agency, role, purpose, hasCase, breakGlass = null }) => ({
      agency,
      role,
      purpose,
      withCase: hasCase,
      breakGlass,
    })),
    rows: rows.map(showRow),
  };
}

function showRow({ coordinate, decisions }: AccessTable['rows'][number]): ShownAccessRow {
  const { name, owner, typeName, sensitivity, isLeaf, namedType } = coordinate;
  const masks = decisions.flatMap(({ mask }) => mask ?? []);
  const example = isLeaf ? exampleValue(namedType, masks) : null;
  return {
    coordinate: name,
    owner,
    typeName,
    sensitivity,
    valueType: isLeaf ? namedType : null,
    example: print(example),
    cells: decisions.map((decision) => ({
      decision: decisionInWords(decision),
      code: decision.code,
      clause: decision.rule === 'default' || decision.rule === 'structure' ? null : decision.rule,
      example: print(showExample(example, decision)),
    })),
  };
}

function showExample(example: unknown, { kind, mask, statistic }: Decision): unknown {
  if (example === null || kind === 'deny' || kind === 'pointer') return null;
  if (statistic !== undefined) return roundExample(example, statistic);
  return mask === null ? example : maskExample(example, mask);
}

const print = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
