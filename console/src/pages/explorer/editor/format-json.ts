/** In place of prettier (console/build/slim-editor.ts): what GraphiQL formats is JSON; what is not is left as it is. */
export async function format(text: string): Promise<string> {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Half written, or with comments: GraphiQL itself says what is wrong when it is sent.
    return text;
  }
}
