import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { BoundedCache, sha256Hex } from '../../base/index.ts';
import type { FederationLimits } from '../limits.ts';
import { checkDocument } from './check-document.ts';
import { checkText } from './check-text.ts';

/** Checks documents against the limits before anybody validates them, and remembers the last ones that passed. */
export function createAdmission(limits: FederationLimits): (documentText: string) => void {
  const admitted = new BoundedCache<string, true>(limits.keptOperations);
  return (documentText) => {
    const digest = sha256Hex(documentText);
    if (admitted.find(digest) === true) return;
    checkText(documentText, limits);
    const document = parseText(documentText);
    if (document === null) return;
    checkDocument(document, limits);
    admitted.keep(digest, true);
  };
}

/** A document; null where the text is not GraphQL. */
export function parseText(documentText: string): DocumentNode | null {
  try {
    return parse(documentText, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
