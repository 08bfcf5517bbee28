import { GraphQLError, parse, specifiedRules, validate, type DocumentNode } from 'graphql';
import { LukouError } from '../../base/index.ts';
import { DEFAULT_LIMITS, type FederationLimits } from '../limits.ts';
import { readSupergraph, type Scalars } from '../supergraph.ts';
import { checkDocument } from './check-document.ts';
import { checkText } from './check-text.ts';

/**
 * Checks documents that an operator wants to publish, as a gateway over this supergraph would check them when they are
 * asked. The check throws OPERATION_INVALID with everything that is wrong, or a code that begins with LIMIT_.
 */
export function createPublicationCheck(
  supergraphSdl: string,
  scalars: Scalars,
  given: Partial<FederationLimits>,
): (documentText: string) => void {
  const { consumerSchema } = readSupergraph(supergraphSdl, scalars);
  const limits = { ...DEFAULT_LIMITS, ...given };
  return (documentText) => {
    checkText(documentText, limits);
    const document = parseText(documentText);
    checkDocument(document, limits);
    const errors = validate(consumerSchema, document, specifiedRules);
    if (errors.length > 0)
      throw new LukouError('OPERATION_INVALID', errors.map(({ message }) => message).join(' '));
  };
}

function parseText(documentText: string): DocumentNode {
  try {
    return parse(documentText);
  } catch (error) {
    if (error instanceof GraphQLError) throw new LukouError('OPERATION_INVALID', error.message);
    throw error;
  }
}
