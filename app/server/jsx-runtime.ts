import { Fragment } from "react";

const element = Symbol.for("react.element");

/** A React 18 element without its copying of properties, as React 19 (facebook/react#28768). Servers have no refs. */
export function jsx(type: unknown, props: { ref?: unknown }, key?: unknown) {
	if (props.ref) props.ref = undefined;
	return {
		$$typeof: element,
		type,
		key: key === undefined ? null : `${key}`,
		ref: null,
		props,
		_owner: null,
	};
}

export { Fragment, jsx as jsxs };
