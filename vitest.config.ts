import { defineConfig } from "vitest/config";
import { workers } from "./app/platform/worker-plugin.ts";

const MEASURED = "tests/unit/patterns.test.ts";
const plugins = [workers()];
const setupFiles = ["tests/support/setup.ts"];
// Loading the application for each file took as long as the tests.
const isolate = false;
// The default of a second is too short for a page on a busy machine.
const expect = { poll: { timeout: 20_000 } };

export default defineConfig({
	test: {
		// The default leaves one core idle, which is half of two.
		maxWorkers: "100%",
		projects: [
			{
				plugins,
				test: {
					name: "unit",
					include: ["tests/unit/**/*.test.{ts,tsx}"],
					exclude: [MEASURED],
					setupFiles,
					isolate,
					testTimeout: 30_000,
				},
			},
			{
				plugins,
				test: {
					// In a process full of other code V8 compiles expressions less well.
					name: "measured",
					include: [MEASURED],
					setupFiles,
					sequence: { groupOrder: 1 },
					testTimeout: 120_000,
				},
			},
			{
				plugins,
				test: {
					name: "integration",
					include: ["tests/integration/**/*.test.{ts,tsx}"],
					globalSetup: ["tests/support/global-setup.ts"],
					setupFiles: [...setupFiles, "tests/support/connect.ts"],
					isolate,
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
			{
				plugins,
				test: {
					name: "browser",
					include: ["tests/browser/**/*.test.ts"],
					globalSetup: [
						"tests/support/global-setup.ts",
						"tests/support/find-chromium.ts",
					],
					setupFiles: [...setupFiles, "tests/support/connect.ts"],
					isolate,
					expect,
					testTimeout: 120_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
