import { Buffer } from 'node:buffer';

/**
 * The forms in which a text may rest somewhere: as it is, in hexadecimal, in base64 wherever it begins within the encoded
 * bytes, and with percent or `\u` escapes, of all of it or of what has to be escaped. A search for what was not to be
 * kept looks for each of them.
 *
 * @returns the forms by name, all different.
 */
export function writtenForms(text: string): ReadonlyMap<string, string> {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const percent = hex.replaceAll(/../g, '%$&');
  const asked = encodeURIComponent(text);
  const json = escapeUnits(text, /[^]/g);
  const needed = escapeUnits(text, /[^ -~]/g);
  const forms = [
    ['plain', text],
    ['hexadecimal', hex],
    ['hexadecimal, capitals', hex.toUpperCase()],
    ...[0, 1, 2].flatMap((shift) => {
      const form = base64Within(bytes, shift);
      return [
        [`base64 after ${shift}`, form],
        [`base64url after ${shift}`, form.replaceAll('+', '-').replaceAll('/', '_')],
      ] as const;
    }),
    ['percent', asked],
    ['percent, small letters', asked.replaceAll(/%../g, (code) => code.toLowerCase())],
    ['percent, every byte', percent.toUpperCase()],
    ['percent, every byte, small letters', percent],
    ['JSON', needed],
    ['JSON, capitals', needed.replaceAll(/(?<=\\u)..../g, (code) => code.toUpperCase())],
    ['JSON, every character', json],
    ['JSON, every character, capitals', json.replaceAll(/(?<=\\u)..../g, (code) => code.toUpperCase())],
  ] as const;
  const different = new Map<string, string>();
  for (const [name, form] of forms) if (![...different.values()].includes(form)) different.set(name, form);
  return different;
}

/** Whether a text stands in another, or in bytes of UTF-8, in any of its {@link writtenForms}. */
export function holdsText(where: string | Buffer, text: string): boolean {
  return [...writtenForms(text).values()].some((form) => where.includes(form));
}

/** What stands in base64 of a longer text wherever these bytes do, `shift` bytes behind a multiple of three. */
function base64Within(bytes: Uint8Array, shift: number): string {
  const bits = 8 * (shift + bytes.length);
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  // What neighbours have a part in is left out, at both ends.
  return encoded.slice(Math.ceil((8 * shift) / 6), Math.floor(bits / 6));
}

function escapeUnits(text: string, which: RegExp): string {
  return text.replaceAll(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
