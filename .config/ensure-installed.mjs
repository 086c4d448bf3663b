// Runs before `npm start`, `npm test` and `npm run check`: installs what is missing. With --browser, a Chromium too.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

/** node_modules is current when every package of the lock file stands in it at the version locked. */
function modulesAreCurrent() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const here = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || here[path]?.version === entry.version,
  );
}

if (!modulesAreCurrent()) {
  console.log('Installing packages (npm ci) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) {
    console.error('npm ci failed. See the message above; then run it again by hand.');
    process.exit(1);
  }
}

if (process.argv.includes('--browser')) {
  const { findBrowser } = await import('./find-browser.mjs');
  if (!(await findBrowser())) {
    console.log('No Chrome or Chromium found: installing one …');
    const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
    if (debian && run('apt-get', ['update'])) run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    if (!(await findBrowser())) run('npx', ['playwright', 'install', 'chromium']);
  }
  if (!(await findBrowser())) {
    console.error(
      'The tests need a browser and none could be installed. Install Chrome or Chromium, or set CHROME_PATH to one, and run npm test again.',
    );
    process.exit(1);
  }
}
