import { Fragment } from "react";

const element = Symbol.for("react.element");

/**
 * What JSX becomes in the server's bundle: an element as React 18 makes it, with the properties as they are given. React
 * 18 itself copies them one by one; React 19 no longer does (facebook/react#28768). On the server nothing has a ref.
 */
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
