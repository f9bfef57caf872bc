/** Someone who may sign in. Their password is their name. */
export interface User {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly groups: readonly string[];
  readonly isAdministrator: boolean;
}

function person(name: string, firstName: string, lastName: string, ...groups: string[]): [string, User] {
  const isAdministrator = groups.includes('administrators');
  return [name, { name, firstName, lastName, groups: ['members', ...groups], isAdministrator }];
}

/** Everyone, by name: alice and bob write, rita only reads, dora is administrator. */
export const users: ReadonlyMap<string, User> = new Map([
  person('alice', 'Alice', 'Archer', 'editors'),
  person('bob', 'Bob', 'Baker', 'editors'),
  person('rita', 'Rita', 'Reader'),
  person('dora', 'Dora', 'Director', 'administrators'),
]);

/** The user whose name and password these are, if any. */
export function authenticate(name: string, password: string): User | undefined {
  return password === name ? users.get(name) : undefined;
}

/** The user as `user/{name}` answers it. */
export function userJson(user: User): object {
  return {
    'entity-type': 'user',
    id: user.name,
    properties: {
      username: user.name,
      firstName: user.firstName,
      lastName: user.lastName,
      email: `${user.name}@example.com`,
      company: '',
      groups: user.groups,
    },
    extendedGroups: user.groups.map((name) => ({ name, label: name, url: `group/${name}` })),
    isAdministrator: user.isAdministrator,
    isAnonymous: false,
  };
}

/** First and last name. */
export function fullName(user: User): string {
  return `${user.firstName} ${user.lastName}`;
}
