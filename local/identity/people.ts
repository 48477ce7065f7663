/** Somebody who can sign in on this machine. */
export interface Person {
  readonly email: string;
  readonly name: string;
  /** Roles, and clusters as `cluster:<id>`. */
  readonly groups: readonly string[];
}

/** Roles that the console and the API know. */
export const roles = ['coordinator', 'admin', 'office'] as const;
export type Role = (typeof roles)[number];

/** The groups of a person with this role in these clusters. */
export const groupsFor = (role: Role, clusters: readonly string[]): string[] => [
  role,
  ...clusters.map((cluster) => `cluster:${cluster}`),
];
