import { once } from "node:events";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { runCommand } from "#tests/support/site.ts";

/** No database answers here, so whatever a command prints, it prints before it needs one. */
const NOWHERE = { DATABASE_URL: "postgres://me:secret@127.0.0.1:1/forum" };

it("start names a taken port before it sets anything up", async () => {
	const other = createServer().listen(0, "127.0.0.1");
	await once(other, "listening");
	const address = other.address();
	const PORT = String(typeof address === "object" && address?.port);
	expect(await runCommand(["start"], { ...NOWHERE, PORT })).toEqual({
		code: 1,
		stdout: "",
		stderr: `Port ${PORT} is taken by another program: stop it, or set PORT to a free one.\n`,
	});
	other.close();
});

it.each(["import", "owner"])("%s prints how to call it", async (command) => {
	const { code, stdout } = await runCommand([command, "--help"], NOWHERE);
	expect(code).toBe(0);
	expect(stdout).toMatch(new RegExp(`^npm run ${command} -- .+\n$`));
});
