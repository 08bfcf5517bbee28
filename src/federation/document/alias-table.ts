import { Kind, print, type ArgumentNode, type FieldNode, type ValueNode } from 'graphql';

/**
 * Gives every field of an operation a name of the gateway's own: `_a0`, `_a1` and so on.
 *
 * Client names never reach a plan, where one equal to a key field would overwrite what joins need. Fields that the
 * client's operation merges (same key, field and arguments) share a name; fields that it keeps apart do not, even
 * under one response key on two types.
 */
export class AliasTable {
  readonly #aliases = new Map<string, string>();
  readonly #responseKeys = new Map<string, string>();

  aliasOf(field: FieldNode): string {
    const responseKey = (field.alias ?? field.name).value;
    const identity = JSON.stringify([responseKey, field.name.value, printArguments(field.arguments ?? [])]);
    let alias = this.#aliases.get(identity);
    if (alias === undefined) {
      alias = `_a${this.#aliases.size}`;
      this.#aliases.set(identity, alias);
      this.#responseKeys.set(alias, responseKey);
    }
    return alias;
  }

  /** The client's name behind every alias. */
  get responseKeys(): ReadonlyMap<string, string> {
    return this.#responseKeys;
  }
}

/** Arguments as text that is equal where GraphQL takes them as equal: the order of names does not matter. */
function printArguments(nodes: readonly ArgumentNode[]): string {
  return byName(nodes)
    .map(({ name, value }) => `${name.value}:${printValue(value)}`)
    .join(',');
}

/** A value as text that is equal where GraphQL takes it as equal. */
export function printValue(node: ValueNode): string {
  switch (node.kind) {
    case Kind.OBJECT:
      return `{${byName(node.fields)
        .map(({ name, value }) => `${name.value}:${printValue(value)}`)
        .join(',')}}`;
    case Kind.LIST:
      return `[${node.values.map(printValue).join(',')}]`;
    case Kind.STRING:
      return JSON.stringify(node.value);
    default:
      return print(node);
  }
}

function byName<Node extends { readonly name: { readonly value: string } }>(
  nodes: readonly Node[],
): readonly Node[] {
  return [...nodes].toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1));
}
