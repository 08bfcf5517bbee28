const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** In place of markdown-it (console/build/slim-editor.ts): the schema's descriptions are plain sentences. */
export default class PlainDescriptions {
  render(text: string): string {
    const escaped = text.replaceAll(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
    return `<p>${escaped.replaceAll(/\n{2,}/g, '</p><p>')}</p>`;
  }
}
