/** What the page shows of a record; null where the reader is not granted it, or where the record says nothing. */
export interface ShownContent {
  readonly id: string | null;
  readonly recordedAt: string | null;
  readonly stage: string | null;
  readonly agency: string | null;
  readonly role: string | null;
  readonly actor: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly breakGlass: string | null;
  readonly operationName: string | null;
  readonly code: string | null;
  readonly rowCount: number | null;
  readonly subjectCount: number | null;
  readonly divisions: readonly string[] | null;
  readonly maxSensitivity: string | null;
  readonly recipient: string | null;
  readonly agreements: readonly string[] | null;
  readonly resultSha256: string | null;
  readonly fields:
    readonly { readonly coordinate: string; readonly decision: string; readonly rule: string }[] | null;
}

/** Whether the bytes of a record are those of that place, and say everything that is shown. */
export function isContentOf(leaf: string, index: number, shown: Partial<ShownContent>): boolean {
  const said = readLeaf(leaf);
  if (said === null || said.index !== index) return false;
  const names = Object.keys(said.shown) as (keyof ShownContent)[];
  return names.every((name) => (shown[name] ?? null) === null || isEqual(shown[name], said.shown[name]));
}

/** A record as it is stored (docs/disclosure-log.md). */
interface Leaf {
  readonly id: string;
  readonly seq: number;
  readonly time: string;
  readonly stage: string;
  readonly actor: { readonly pseudonym: string; readonly agency: string | null; readonly role: string };
  readonly purpose: {
    readonly code: string | null;
    readonly caseRef: string | null;
    readonly breakGlass?: string;
  };
  readonly agreements: readonly { readonly uid: string; readonly version: number }[];
  readonly op: { readonly name: string | null };
  readonly fields: readonly (readonly [coordinate: string, decision: string, rule: string])[];
  readonly result: { readonly rows: number; readonly sha256: string; readonly code: string };
  readonly subjects: readonly string[];
  readonly recipient: { readonly agency: string | null };
  readonly maxSensitivity: string | null;
  readonly divisions: readonly string[] | null;
}

/** What the bytes say, in the words of the page; null where they are no record. */
function readLeaf(leaf: string): { readonly index: number; readonly shown: ShownContent } | null {
  try {
    return readContent(JSON.parse(leaf) as Leaf);
  } catch {
    return null;
  }
}

function readContent(leaf: Leaf): { readonly index: number; readonly shown: ShownContent } {
  const { actor, purpose, op, result } = leaf;
  return {
    index: leaf.seq,
    shown: {
      id: leaf.id,
      recordedAt: leaf.time,
      stage: leaf.stage,
      agency: actor.agency,
      role: actor.role,
      actor: actor.pseudonym,
      purpose: purpose.code,
      caseReference: purpose.caseRef,
      breakGlass: purpose.breakGlass ?? null,
      operationName: op.name,
      code: result.code,
      rowCount: result.rows,
      subjectCount: leaf.subjects.length,
      divisions: leaf.divisions,
      maxSensitivity: leaf.maxSensitivity,
      recipient: leaf.recipient.agency,
      agreements: leaf.agreements.map(({ uid, version }) => `${uid}@${version}`),
      resultSha256: result.sha256,
      fields: leaf.fields.map(([coordinate, decision, rule]) => ({ coordinate, decision, rule })),
    },
  };
}

/** Equal as JSON; instants also where they are written otherwise. */
function isEqual(one: unknown, other: unknown): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  const isInstant = typeof one === 'string' && typeof other === 'string' && /^\d{4}-\d\d-\d\dT/.test(one);
  return isInstant && Date.parse(one) === Date.parse(other);
}
