import { html, page } from './html.js';
import { fullName, users } from './users.js';

/** The login page. The fragment of its own address, which no server sees, goes along with what was asked for. */
export function loginPage(requestedUrl: string, hasFailed: boolean): string {
  const people = [...users.values()].map(
    (user) => html`<li><b>${user.name}</b>: ${fullName(user)}, ${user.groups.join(', ')}</li>`,
  );
  return page(
    'Sign in',
    html`<style>
        body {
          font:
            1rem/1.5 system-ui,
            sans-serif;
          max-width: 22rem;
          margin: 10vh auto;
          padding: 0 1rem;
        }
        label,
        input,
        button {
          display: block;
          width: 100%;
          box-sizing: border-box;
          font: inherit;
        }
        input,
        button {
          padding: 0.5rem;
          margin-bottom: 1rem;
        }
        [role='alert'] {
          color: #b00020;
        }
      </style>
      <main>
        <h1>Nuxeo stand-in</h1>
        ${hasFailed ? html`<p role="alert">Wrong user name or password.</p>` : ''}
        <form method="post" action="/nuxeo/startup">
          <label for="username">User name</label>
          <input id="username" name="user_name" autocomplete="username" required />
          <label for="password">Password</label>
          <input
            id="password"
            name="user_password"
            type="password"
            autocomplete="current-password"
            required
          />
          <input name="requestedUrl" type="hidden" value="${requestedUrl}" />
          <button>Sign in</button>
        </form>
        <p>These may sign in, with their name as password:</p>
        <ul>
          ${people}
        </ul>
      </main>
      <script>
        document.forms[0].requestedUrl.value += location.hash;
      </script>`,
  );
}
