import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { refuseSource } from './refuse-source.ts';

const DEEPEST = 64;
const MAX_PIECE_LENGTH = 1_048_576;
const MAX_ELEMENT_LENGTH = 16_777_216;
/** Around the rows a text is also read together with so much of what came before: elements within a sentence do not end it. */
const LONGEST_MARK = 32;
/** What a document in each encoding may call it: GBK and GB 2312 are parts of GB 18030. */
const DECLARED: Readonly<Record<Encoding, readonly string[]>> = {
  'utf-8': ['utf-8', 'us-ascii'],
  gb18030: ['gb18030', 'gbk', 'gb2312'],
};
const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * An element as a value: its text where it has neither attributes nor children, else an object of its children by local
 * name (a list where there are several), its attributes by `$` and local name, and its text as `$text`.
 */
export type ElementValue = string | ElementObject;
export interface ElementObject {
  [name: string]: ElementValue | ElementValue[];
}

/** What was read of a document since the last time. */
export interface CutElements {
  /** Elements of the name asked for that are complete, in order. */
  readonly elements: readonly ElementValue[];
  /** Every other text: of elements around them, of comments and instructions, names and attributes. */
  readonly otherTexts: readonly string[];
}

/** How the bytes of a document were read. */
export type Encoding = 'utf-8' | 'gb18030';

/** Takes the elements of one name out of an XML document as it arrives, so that its size does not matter. */
export interface ElementCutter {
  feed(text: string): CutElements;
  /** Refuses a document that is not complete. */
  end(): void;
}

interface Open {
  readonly name: string;
  readonly value: ElementObject;
  text: string;
  /** Its text and that of all elements within it, as a reader of the document sees it. */
  whole: string;
  hasElements: boolean;
}

/**
 * Opens a cutter for elements of a local name, wherever they stand. A document type declaration refuses the document: what
 * its entities stand for would be seen by nobody, or grow without end. So does anything that is not well-formed.
 */
export function createElementCutter(name: string, encoding: Encoding): ElementCutter {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const open: Open[] = [];
  const namesAround = new Set<string>();
  let depth = 0;
  let elements: ElementValue[] = [];
  let otherTexts: string[] = [];
  let textBefore = '';
  // Behind the texts: a name in between would cut a sentence in two.
  let newNames: string[] = [];
  let unanswered = 0;
  let withinElement = 0;

  const seen = (): void => {
    unanswered = 0;
  };
  const addText = (text: string): void => {
    seen();
    const innermost = open.at(-1);
    if (innermost === undefined) {
      const read = textBefore + text;
      otherTexts.push(text);
      if (textBefore !== '') otherTexts.push(read);
      textBefore = read.slice(-LONGEST_MARK);
    } else {
      innermost.text += text;
      innermost.whole += text;
    }
  };
  const begin = ({ local, attributes }: SaxesTagNS): void => {
    seen();
    depth += 1;
    if (depth > DEEPEST) throw refuseSource(`It nests deeper than ${DEEPEST} elements.`);
    if (open.length === 0 && local !== name && namesAround.size < 10_000 && !namesAround.has(local)) {
      namesAround.add(local);
      newNames.push(local);
    }
    const value = Object.create(null) as ElementObject;
    for (const attribute of Object.values(attributes)) addAttribute(attribute, value);
    if (open.length > 0 || local === name)
      open.push({ name: local, value, text: '', whole: '', hasElements: false });
    else for (const told of Object.values(value)) otherTexts.push(...[told].flat().map(String));
  };
  const addAttribute = ({ prefix, local, uri, value }: SaxesAttributeNS, to: ElementObject): void => {
    const isType = uri === SCHEMA_INSTANCE && local === 'type';
    // Prefixes are the document's own choice: of a type only its name counts.
    if (isType) to['$type'] = value.slice(value.indexOf(':') + 1);
    else if (prefix !== 'xmlns' && local !== 'xmlns' && !Object.hasOwn(to, `$${local}`))
      to[`$${local}`] = value;
    else otherTexts.push(value);
    if (isType) otherTexts.push(value);
  };
  const finish = (): void => {
    seen();
    depth -= 1;
    const done = open.pop();
    if (done === undefined) return;
    // The value has the text of an element apart from what stands amidst it.
    if (done.hasElements && done.text.trim() !== '') otherTexts.push(done.whole);
    const value = valueOf(done);
    const around = open.at(-1);
    if (around === undefined) {
      elements.push(value);
      withinElement = 0;
    } else {
      around.whole += done.whole;
      around.hasElements = true;
      addChild(around.value, done.name, value);
    }
  };

  parser.on('opentag', begin);
  parser.on('closetag', finish);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (comment) => {
    seen();
    otherTexts.push(comment);
  });
  parser.on('processinginstruction', ({ target, body }) => {
    seen();
    otherTexts.push(target, body);
  });
  parser.on('xmldecl', ({ encoding: declared }) => {
    seen();
    if (declared !== undefined && !DECLARED[encoding].includes(declared.toLowerCase()))
      throw refuseSource(
        `It does not say that it is written in ${encoding}; state its encoding in the adapter.`,
      );
  });
  parser.on('doctype', () => {
    throw refuseSource(
      'It has a document type declaration (DOCTYPE), which may hide text; hand it in without.',
    );
  });
  parser.on('error', () => {
    // The parser's own words repeat what stands there.
    throw refuseSource(`It is not well-formed XML (line ${parser.line}).`);
  });

  return {
    feed(text) {
      unanswered += text.length;
      if (open.length > 0) withinElement += text.length;
      parser.write(text);
      if (unanswered > MAX_PIECE_LENGTH)
        throw refuseSource('One of its texts, comments or tags is longer than 1 MiB; make it shorter.');
      if (withinElement > MAX_ELEMENT_LENGTH)
        throw refuseSource(`One of its elements "${name}" is larger than 16 MiB; make it smaller.`);
      const cut = { elements, otherTexts: [...otherTexts, ...newNames] };
      [elements, otherTexts, newNames] = [[], [], []];
      return cut;
    },
    end: () => void parser.close(),
  };
}

function valueOf({ value, text }: Open): ElementValue {
  const said = text.trim();
  if (Object.keys(value).length === 0) return said;
  if (said !== '') value['$text'] = said;
  return value;
}

function addChild(to: ElementObject, name: string, child: ElementValue): void {
  const there = to[name];
  if (there === undefined) to[name] = child;
  else if (Array.isArray(there)) there.push(child);
  else to[name] = [there, child];
}
