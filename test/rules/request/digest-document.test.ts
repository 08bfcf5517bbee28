import { sha256Hex } from '../../../src/base/index.ts';
import { digestDocument } from '../../../src/request/index.ts';

const digest = (documentText: string): string => digestDocument({ documentText, isPublished: false });

it('The digest of a document is that of its text, where nothing in it could be guessed', () => {
  const text = 'query Q($code: String!, $first: Int = 20) { adminDivision(code: $code) { name a1234567 } }';
  expect(digest(text)).toBe(sha256Hex(text));
});

it.each([
  ['a string', '{ a(b: "蒙EQ7W9X") }', '{ a(b: "") }'],
  ['strings that hold quotation marks and hashes', '{ a(b: "\\" # x", c: "\\\\") }', '{ a(b: "", c: "") }'],
  ['a block string', '{ a(b: """欧阳 "" \\""" # x""") }', '{ a(b: "") }'],
  ['a comment', '{ a } # 欧阳 "\n{ b }', '{ a } \n{ b }'],
  ['a long number', '{ a(id: 13911112222, first: 200) }', '{ a(id: 0, first: 200) }'],
])('It tells nothing of %s', (_what, text, without) => {
  expect(digest(text)).toBe(sha256Hex(without));
});

it('A document that an operator has published is named by all of its text', () => {
  const documentText = '{ a(b: "c") }';
  expect(digestDocument({ documentText, isPublished: true })).toBe(sha256Hex(documentText));
});
