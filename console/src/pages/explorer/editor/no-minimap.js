// In place of Monaco's minimap (console/build/slim-editor.ts), which GraphiQL never shows: an empty part of the view.
import { createFastDomNode } from 'monaco-editor/esm/vs/base/browser/fastDomNode.js';
import { ViewPart } from 'monaco-editor/esm/vs/editor/browser/view/viewPart.js';

export class Minimap extends ViewPart {
  node = createFastDomNode(document.createElement('div'));

  getDomNode() {
    return this.node;
  }

  prepareRender() {
    return undefined;
  }

  render() {
    return undefined;
  }
}
