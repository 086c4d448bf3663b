import { mount } from 'svelte';
import '#ui/style/index.css';
import App from './App.svelte';
import { languageOf, readAddress } from './address.ts';
import { isPrepared, takeOver } from './prepared/take-over.ts';
import { recallSettings } from './settings.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app.');

history.scrollRestoration = 'manual';
recallSettings(languageOf(readAddress(location.hash)));
if (isPrepared()) void takeOver(target);
else mount(App, { target });
