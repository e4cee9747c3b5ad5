import { defineConfig } from "vitest/config";
import { markdownWorker } from "./app/markdown/worker-plugin.ts";

const plugins = [markdownWorker()];
const setupFiles = ["tests/support/setup.ts"];

export default defineConfig({
	test: {
		// By default one core stays idle, which is half of two. Chromium needs more than one by itself.
		maxWorkers: "100%",
		projects: [
			{
				plugins,
				test: {
					name: "unit",
					include: ["tests/unit/**/*.test.{ts,tsx}"],
					setupFiles,
					testTimeout: 30_000,
				},
			},
			{
				plugins,
				test: {
					name: "integration",
					include: ["tests/integration/**/*.test.{ts,tsx}"],
					globalSetup: ["tests/support/global-setup.ts"],
					setupFiles: [...setupFiles, "tests/support/connect.ts"],
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
			{
				plugins,
				test: {
					name: "browser",
					include: ["tests/browser/**/*.test.ts"],
					globalSetup: ["tests/support/global-setup.ts"],
					setupFiles: [...setupFiles, "tests/support/connect.ts"],
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
