import { z } from "zod";
import { wished } from "#app/platform/forms/fields.ts";

export const progressSchema = z.object({ read: wished });
