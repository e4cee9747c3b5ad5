import { describe, expect, it } from "vitest";
import { hasMoreFields } from "#app/server/fields.ts";

const BOUNDARY = "-".repeat(30);

const sent = (fields: number) =>
	Buffer.from(Array.from({ length: fields }, (_, i) => `f${i}=`).join("&"));

const inParts = (fields: number) => {
	const part = 'Content-Disposition: form-data; name="f"\r\n\r\nx\r\n';
	const parts = `--${BOUNDARY}\r\n${part}`.repeat(fields);
	return Buffer.from(`${parts}--${BOUNDARY}--\r\n`);
};

describe("the fields of a body", () => {
	it("are counted up to the limit", () => {
		expect(hasMoreFields(sent(200), undefined, 200)).toBe(false);
		expect(hasMoreFields(sent(201), undefined, 200)).toBe(true);
		expect(hasMoreFields(Buffer.alloc(0), undefined, 200)).toBe(false);
		expect(hasMoreFields(Buffer.alloc(5_000_000, "&"), "", 200)).toBe(true);
	});

	it.each([BOUNDARY, `"${BOUNDARY}"`, `${BOUNDARY}; charset=utf-8`])(
		"are counted in multipart too: boundary=%s",
		(boundary) => {
			const type = `Multipart/Form-Data; Boundary=${boundary}`;
			expect(hasMoreFields(inParts(200), type, 200)).toBe(false);
			expect(hasMoreFields(inParts(201), type, 200)).toBe(true);
		},
	);
});
