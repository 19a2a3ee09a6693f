/** The run has lost its import to a newer one, or a person stopped it. What it did before that stays. */
export class RunOver extends Error {}
