// Before anything that makes a schema.
import '../../contract/without-compiling.ts';
import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/control.css';
import { amounts } from '../state/amounts.svelte.ts';
import { deskPerson } from '../state/desk-person.svelte.ts';
import { startDesk } from '../state/desk-session.ts';
import { listenToKeys } from '../state/keyboard.ts';
import { noteBugs } from '../state/report.ts';
import { router } from '../state/router.svelte.ts';
import { shopSettings } from '../state/settings.svelte.ts';
import App from './App.svelte';
import { hearHost } from './host-asks.ts';
import { routes } from './routes.ts';

const target = document.querySelector('#window');
if (!target) throw new Error('the page has no place for the window');

// A file or a link that is let go where nobody takes it must not be opened in the window's place.
const leadsAway = (types: readonly string[]): boolean => types.includes('Files') || types.includes('text/uri-list');
for (const name of ['dragover', 'drop'] as const)
  addEventListener(name, (event) => {
    if (leadsAway(event.dataTransfer?.types ?? [])) event.preventDefault();
  });

router.start((path) => {
  const route = routes[path];
  return route !== undefined && (route.needs === undefined || deskPerson.may(route.needs));
});
amounts.start(sessionStorage);
listenToKeys(document);
noteBugs();
hearHost();
mount(App, { target });
void shopSettings.start();
startDesk();
