import { ABSENT } from '../execute/absent.ts';
import { LukouError } from '../../base/index.ts';
import { bareObject } from '../execute/bare-object.ts';
import type { RequiredSelection, Rewrite, RewriteSegment } from './query-plan.ts';
import type { Supergraph } from '../supergraph.ts';

type Bare = Record<string, unknown>;

/**
 * The representation of one entity for the agency that extends it. `missing` where a required value is not known, and
 * `absent` where it is because another agency does not know the entity.
 */
export type Projector = (entity: Readonly<Bare>) => Bare | 'missing' | 'absent';

/** The name that an agency knows a type by. */
export type NameType = (typeName: string) => string;

/** How representations are put for one agency. */
interface AgencyTerms {
  readonly rewrites: readonly Rewrite[];
  /** Null where it knows every type by its own name. */
  readonly nameType: NameType | null;
}

/** Compiles what a fetch requires of each entity, and how that is to be rewritten for the agency. */
export function compileProjector(
  requires: readonly RequiredSelection[],
  { rewrites, nameType }: AgencyTerms,
  supergraph: Supergraph,
): Projector {
  const project = compileSelections(widenToInterfaces(requires, rewrites, supergraph), supergraph);
  const rewrite = compileRewrites(rewrites, supergraph);
  return (entity) => {
    const typeName = entity['__typename'];
    if (typeof typeName !== 'string') return 'missing';
    const representation = bareObject();
    representation['__typename'] = typeName;
    const outcome = project(entity, representation);
    if (outcome !== 'matched') return outcome === 'absent' ? outcome : 'missing';
    rewrite(representation);
    if (nameType !== null) representation['__typename'] = nameType(String(representation['__typename']));
    return representation;
  };
}

/** The representation by the first key that holds, of entities that `project` misses something of; no others. */
export function projectMissing(project: Projector, byKeys: readonly Projector[]): Projector {
  return (entity) => {
    if (project(entity) !== 'missing') return 'missing';
    for (const byKey of byKeys) {
      const representation = byKey(entity);
      if (typeof representation === 'object' && !Object.values(representation).includes(null))
        return representation;
    }
    return 'missing';
  };
}

// An agency that knows only the interface is asked under the interface's name. Where the client asks it for fields of
// two implementers, the planner joins both into one fetch but requires the type of one: the others would be left out.
function widenToInterfaces(
  requires: readonly RequiredSelection[],
  rewrites: readonly Rewrite[],
  supergraph: Supergraph,
): readonly RequiredSelection[] {
  const interfaces = rewrites.flatMap((rewrite) =>
    rewrite.kind === 'ValueSetter' ? [rewrite.setValueTo] : [],
  );
  return requires.map((selection) => {
    if (selection.kind !== 'InlineFragment') return selection;
    const wider = interfaces.find((name) => supergraph.typeNamesUnder(name).has(selection.typeCondition));
    return wider === undefined ? selection : { ...selection, typeCondition: wider };
  });
}

/** `missing` or `absent`: a required value is not there. `passed`: no type condition fits. */
type Outcome = 'matched' | 'passed' | 'missing' | 'absent';
type Copy = (source: Readonly<Bare>, target: Bare) => Outcome;

function compileSelections(selections: readonly RequiredSelection[], supergraph: Supergraph): Copy {
  requireOneMeaning(selections);
  const copies = selections.map((selection) =>
    selection.kind === 'Field' ? compileField(selection, supergraph) : compileFragment(selection, supergraph),
  );
  return (source, target) => {
    let outcome: Outcome = 'passed';
    for (const copy of copies) {
      const result = copy(source, target);
      if (result === 'missing' || result === 'absent') return result;
      if (result === 'matched') outcome = result;
    }
    return outcome;
  };
}

// Two fields may require one field with other arguments each. The planner puts both under one name where it joins their
// fetches: the agency would compute one of them by the value of the other.
function requireOneMeaning(selections: readonly RequiredSelection[]): void {
  const known = new Map<string, string>();
  for (const selection of selections) {
    if (selection.kind !== 'Field') continue;
    const writeKey = selection.alias ?? selection.name;
    if ((known.get(writeKey) ?? selection.name) !== selection.name)
      throw new LukouError(
        'OPERATION_UNPLANNABLE',
        'Two of its fields require one field with different arguments. Ask them one by one.',
      );
    known.set(writeKey, selection.name);
  }
}

function compileField(selection: RequiredSelection & { kind: 'Field' }, supergraph: Supergraph): Copy {
  const { name, selections } = selection;
  const writeKey = selection.alias ?? name;
  const copyBelow = selections.length === 0 ? null : compileSelections(selections, supergraph);
  return (source, target) => {
    const value = source[name];
    const copied = copyBelow === null ? value : copyComposite(value, copyBelow);
    if (copied === undefined) return 'missing';
    if (copied === ABSENT) return 'absent';
    target[writeKey] = copied;
    return 'matched';
  };
}

function compileFragment(
  selection: RequiredSelection & { kind: 'InlineFragment' },
  supergraph: Supergraph,
): Copy {
  const names = supergraph.typeNamesUnder(selection.typeCondition);
  const copy = compileSelections(selection.selections, supergraph);
  return (source, target) => {
    const typeName = source['__typename'];
    return typeof typeName === 'string' && !names.has(typeName) ? 'passed' : copy(source, target);
  };
}

function copyComposite(value: unknown, copyBelow: Copy): unknown {
  if (value === null || value === ABSENT) return value;
  if (typeof value !== 'object') return undefined;
  if (!Array.isArray(value)) {
    const copied = bareObject();
    const outcome = copyBelow(value as Bare, copied);
    if (outcome === 'absent') return ABSENT;
    return outcome === 'missing' ? undefined : copied;
  }
  const items = value.map((item) => copyComposite(item, copyBelow));
  if (items.includes(ABSENT)) return ABSENT;
  return items.includes(undefined) ? undefined : items;
}

function compileRewrites(
  rewrites: readonly Rewrite[],
  supergraph: Supergraph,
): (representation: Bare) => void {
  const compiled = rewrites.map(({ path, ...rewrite }) => {
    const steps = path.map((segment) => compileSegment(segment, supergraph));
    return (representation: Bare): void =>
      visit(representation, steps, 0, (holder, key) => {
        if (rewrite.kind === 'ValueSetter') holder[key] = rewrite.setValueTo;
        else if (Object.hasOwn(holder, key)) {
          holder[rewrite.renameKeyTo] = holder[key];
          delete holder[key];
        }
      });
  });
  return (representation) => {
    for (const rewrite of compiled) rewrite(representation);
  };
}

type RewriteStep = { readonly key: string } | { readonly names: ReadonlySet<string> };

function compileSegment(segment: RewriteSegment, supergraph: Supergraph): RewriteStep {
  if ('Key' in segment) return { key: segment.Key };
  return { names: new Set(segment.TypenameEquals.flatMap((name) => [...supergraph.typeNamesUnder(name)])) };
}

function visit(
  value: unknown,
  steps: readonly RewriteStep[],
  index: number,
  apply: (holder: Bare, key: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, steps, index, apply);
    return;
  }
  const step = steps[index];
  if (step === undefined) return;
  const holder = value as Bare;
  if ('names' in step) {
    const typeName = holder['__typename'];
    if (typeof typeName !== 'string' || step.names.has(typeName)) visit(holder, steps, index + 1, apply);
  } else if (index === steps.length - 1) apply(holder, step.key);
  else visit(holder[step.key], steps, index + 1, apply);
}
