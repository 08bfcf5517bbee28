import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { LukouError, sha256Hex } from '../../base/index.ts';
import { adapterForm, type AdapterForm } from './adapter-form.ts';
import { findContradictions } from './find-contradictions.ts';

declare const adapterBrand: unique symbol;

/** An adapter that was read and makes sense. Only {@link readAdapter} makes one. */
export interface Adapter {
  readonly [adapterBrand]: true;
  readonly name: string;
  readonly version: number;
  /** SHA-256 of the adapter file's text, hexadecimal. */
  readonly digest: string;
  readonly form: AdapterForm;
}

/**
 * Reads an adapter file.
 *
 * @param source What to call the file in messages.
 * @throws LukouError ADAPTER_INVALID, naming every wrong key and what to do about it.
 */
export function readAdapter(yaml: string, source: string): Adapter {
  const parsed = adapterForm.safeParse(parseYaml(yaml, source));
  if (!parsed.success)
    throw invalid(
      source,
      parsed.error.issues.map((issue) => describeIssue(issue)),
    );
  const form = parsed.data;
  const contradictions = findContradictions(form);
  if (contradictions.length > 0) throw invalid(source, contradictions);
  return { name: form.adapter, version: form.version, digest: sha256Hex(yaml), form } as Adapter;
}

function parseYaml(yaml: string, source: string): unknown {
  try {
    // Keys of code tables are texts: 01 must not become 1.
    return parse(yaml, { stringKeys: true, maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof YAMLParseError || error instanceof ReferenceError)
      throw invalid(source, [`is not YAML that can be read: ${error.message.split('\n')[0]!}`]);
    throw error;
  }
}

function describeIssue(issue: z.core.$ZodIssue, within: readonly PropertyKey[] = []): string {
  const path = [...within, ...issue.path];
  const place = path.length === 0 ? 'the file' : path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `${place}: unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}; remove or correct it (docs/ingest.md lists the keys)`;
  if (issue.code === 'invalid_value') return `${place}: write one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
    if (closest.length > 0) return closest.map((inner) => describeIssue(inner, path)).join('; ');
  }
  return `${place}: ${issue.message}`;
}

// Of the forms that a value may have, the one that was meant is the one that fits deepest.
function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.map(({ code, path }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)), 0);
}

function invalid(source: string, problems: readonly string[]): LukouError {
  return new LukouError('ADAPTER_INVALID', `${source}: ${problems.join('. ')}.`);
}
