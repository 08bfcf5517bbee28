import type { ComponentProps, ReactNode } from 'react';

interface GroupProps extends ComponentProps<'ul'> {
  readonly axis?: string;
  readonly values?: unknown;
  readonly onReorder?: unknown;
}

interface ItemProps extends ComponentProps<'li'> {
  readonly dragElastic?: unknown;
}

function Group({
  axis: _axis,
  values: _values,
  onReorder: _onReorder,
  role: _role,
  ...props
}: GroupProps): ReactNode {
  return <ul {...props} />;
}

// GraphiQL calls each a tab and puts two buttons into it; a tab may have none. As entries of a list they are read rightly.
function Item({
  value: _value,
  dragElastic: _dragElastic,
  role: _role,
  'aria-selected': isSelected,
  ...props
}: ItemProps): ReactNode {
  return <li aria-current={isSelected === true} {...props} />;
}

/** In place of framer-motion's (console/build/slim-editor.ts): tabs that stay in the order in which they were opened. */
export const Reorder = { Group, Item };
