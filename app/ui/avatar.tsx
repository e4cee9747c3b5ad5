/** The first character of a name in a small circle. */
export const Avatar = ({ name }: { name: string }) => (
	<span className="avatar" aria-hidden="true">
		{[...name][0]?.toUpperCase()}
	</span>
);
