import { getNamedType, GraphQLID, isObjectType, Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Backing } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../../masking/index.ts';
import type { AgencyEdge } from './agency-edge.ts';
import { compileSubjectWalk, type SubjectWalk, type TellSubject } from './compile-subject-walk.ts';

/** The keyed hash of one person or vehicle; null where the value names none. */
export type HashSubject = (kind: SubjectKind, value: unknown) => string | null;

/** How to read one operation. */
interface SubjectReading {
  /** Finds the marked fields of an answer; null where none is asked for. */
  readonly walk: SubjectWalk | null;
  /** Whether an input of it may test a marked field. */
  readonly takesMarked: boolean;
}

/** What an agency needs to know to say whom its answers tell about. */
export interface SubjectOptions {
  readonly schema: GraphQLSchema;
  /** The agency's own schema file, whose `@subject` are read. */
  readonly document: DocumentNode;
  readonly inputs: ReadonlyMap<string, readonly Backing[]>;
  /** Absent only where the schema marks no subject. */
  readonly hashSubject: HashSubject | undefined;
}

/**
 * Whom an operation and its answer tell about: the values of fields marked `@subject`, and the values that such a field
 * was tested for. Ask before the answer is masked. An operation without a marked field costs nothing.
 */
export class SubjectReader {
  readonly #schema: GraphQLSchema;
  readonly #marks: ReadonlyMap<string, SubjectKind>;
  readonly #markedInputs: ReadonlyMap<string, SubjectKind>;
  readonly #hashSubject: HashSubject;
  readonly #readings = new WeakMap<DocumentNode, SubjectReading>();

  /** Throws SCHEMA_INVALID where subjects are marked and cannot be hashed. */
  constructor({ schema, document, inputs, hashSubject }: SubjectOptions) {
    this.#schema = schema;
    this.#marks = listMarks(document);
    this.#markedInputs = new Map(
      [...inputs].flatMap(([position, backings]) =>
        backings.flatMap(({ coordinate }) => {
          const kind = this.#marks.get(coordinate);
          return kind === undefined || takesId(schema, position) ? [] : [[position, kind] as const];
        }),
      ),
    );
    if (this.#marks.size > 0 && hashSubject === undefined)
      throw new LukouError('SCHEMA_INVALID', 'It marks subjects, and there is no key to hash them with.');
    this.#hashSubject = hashSubject ?? (() => null);
  }

  /** Null where they tell about nobody. */
  read(
    document: DocumentNode,
    edge: AgencyEdge,
    variables: Readonly<Record<string, unknown>>,
    data: unknown,
  ): ReadonlySet<string> | null {
    if (this.#marks.size === 0) return null;
    const { walk, takesMarked } = this.#readingOf(document, edge);
    if (walk === null && !takesMarked) return null;
    const values = new Map<SubjectKind, Set<unknown>>();
    const tell: TellSubject = (kind, value) => {
      const known = values.get(kind);
      if (known === undefined) values.set(kind, new Set([value]));
      else known.add(value);
    };
    if (takesMarked)
      edge.visitInputs(variables, (position, text) => {
        const kind = this.#markedInputs.get(position);
        if (kind !== undefined && text !== null) tell(kind, text);
      });
    walk?.(data, tell);
    return values.size === 0 ? null : this.#hash(values);
  }

  #readingOf(document: DocumentNode, { reach }: AgencyEdge): SubjectReading {
    let reading = this.#readings.get(document);
    if (reading === undefined) {
      const walk = compileSubjectWalk(this.#schema, document, this.#marks);
      reading = { walk, takesMarked: [...reach].some((position) => this.#markedInputs.has(position)) };
      this.#readings.set(document, reading);
    }
    return reading;
  }

  #hash(values: ReadonlyMap<SubjectKind, ReadonlySet<unknown>>): ReadonlySet<string> {
    const subjects = new Set<string>();
    for (const [kind, ofKind] of values) {
      for (const value of ofKind) {
        const subject = this.#hashSubject(kind, value);
        if (subject !== null) subjects.add(subject);
      }
    }
    return subjects;
  }
}

/** Whether an argument takes an id: that stands for a row, or for somebody by a pseudonym, and is nobody's plate or name. */
function takesId(schema: GraphQLSchema, position: string): boolean {
  const [, typeName = '', field = '', argument] = /^(\w+)\.(\w+)\((\w+):\)$/.exec(position) ?? [];
  const type = schema.getType(typeName);
  const given = isObjectType(type)
    ? type.getFields()[field]?.args.find(({ name }) => name === argument)
    : undefined;
  return given !== undefined && getNamedType(given.type) === GraphQLID;
}

function listMarks(document: DocumentNode): ReadonlyMap<string, SubjectKind> {
  const marks = new Map<string, SubjectKind>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const field of node.fields ?? []) {
      const mark = field.directives?.find(({ name }) => name.value === 'subject');
      const value = mark?.arguments?.find(({ name }) => name.value === 'kind')?.value;
      const kind = SUBJECT_KINDS.find((known) => value?.kind === Kind.ENUM && value.value === known);
      if (kind !== undefined) marks.set(`${node.name.value}.${field.name.value}`, kind);
    }
  }
  return marks;
}
