import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One finding as `place: what to do`: `permission[1].mask.fn: ...`. */
export function describeIssue(issue: Issue, above: readonly PropertyKey[] = []): string {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return `${describePath(path)}${keys} is no key of an agreement: correct its spelling or remove it`;
  }
  const nested = issue.code === 'invalid_union' ? nearestBranch(issue.errors) : undefined;
  if (nested !== undefined) return nested.map((inner) => describeIssue(inner, path)).join('; ');
  return `${describePath(path)}${issue.message}`;
}

/** Of the shapes that a value could have had, the one that it has most likely: whose findings lie inside the value. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0));
}

function describePath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '';
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return `${text.replace(/^\./, '')}: `;
}
