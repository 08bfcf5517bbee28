import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { LukouError } from '../../base/index.ts';
import type { DocumentLimits } from '../limits.ts';

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Refuses a text that is too long or nests too deeply to be parsed: the parser calls itself for every bracket. A text
 * that is not GraphQL passes, for the parser to refuse. Throws LIMIT_DOCUMENT_BYTES, LIMIT_TOKENS or LIMIT_DEPTH.
 */
export function checkText(
  text: string,
  limits: Pick<DocumentLimits, 'maxDocumentBytes' | 'maxTokens' | 'maxDepth' | 'maxVariableDepth'>,
): void {
  const { maxDocumentBytes, maxTokens, maxDepth, maxVariableDepth } = limits;
  if (Buffer.byteLength(text) > maxDocumentBytes)
    throw new LukouError('LIMIT_DOCUMENT_BYTES', `The limit is ${maxDocumentBytes} bytes.`);
  const lexer = new Lexer(new Source(text));
  // The arguments of the deepest field may hold the deepest value, in brackets of their own.
  const deepest = maxDepth + maxVariableDepth + 2;
  let depth = 0;
  for (let tokens = 0; ; tokens += 1) {
    const kind = readToken(lexer);
    if (kind === TokenKind.EOF) return;
    if (tokens === maxTokens) throw new LukouError('LIMIT_TOKENS', `The limit is ${maxTokens} tokens.`);
    if (OPENING.has(kind)) depth += 1;
    else if (CLOSING.has(kind)) depth -= 1;
    if (depth > deepest) throw new LukouError('LIMIT_DEPTH', `The limit is ${maxDepth} levels.`);
  }
}

/** The kind of the next token. What the lexer cannot read ends the text: the parser stops there as well. */
function readToken(lexer: Lexer): TokenKind {
  try {
    return lexer.advance().kind;
  } catch (error) {
    if (error instanceof GraphQLError) return TokenKind.EOF;
    throw error;
  }
}
