import { escapeHtml } from "./html.ts";
import { drawLogo } from "./logo.ts";
import { inviteLink, PERMISSIONS, SCOPES } from "./permissions.ts";

/** Six steps from nothing to an answer, as drawings of the pages with what to press on them. */
export function drawSetUp(): string {
  const steps = [
    { title: "Create the application", place: "discord.com/developers/applications", body: CREATE },
    { title: "Copy its token", place: "Accord › Bot", body: TOKEN },
    { title: "Say what it may do", place: "Accord › Installation", body: INSTALLATION },
    { title: "Open the install link", place: "Accord › Installation", body: LINK },
    { title: "Add it to your server", place: "the page that the link opens", body: AUTHORISE },
    { title: "Start it, and ask", place: "your machine, then your server", body: START },
  ];
  const cards = steps.map(
    ({ title, place, body }, index) => `<section class="step">
<h2><span>${index + 1}</span>${escapeHtml(title)}</h2>
<div class="sheet"><div class="place">${escapeHtml(place)}</div><div class="inside">${body}</div></div>
</section>`,
  );
  return `<main class="set-up">
<div class="steps">${cards.join("\n")}</div>
<footer><p><b>Steps 3 and 4 in one link</b>, with your Application ID (page <i>General Information</i>) in it:</p>
<p class="link">${escapeHtml(inviteLink("APPLICATION_ID"))}</p>
<p class="note">A drawing, not a screenshot: Discord's own pages look different. <span class="press sample">Press</span> marks what to press.</p></footer>
</main>`;
}

const CREATE = `
<div class="bar"><b>Applications</b><span class="press">New Application</span></div>
<div class="dialog">
  <label>Name</label><div class="field">Accord</div>
  <div class="tick"><i>✓</i><span>the terms for developers</span></div>
  <div class="right"><span class="press">Create</span></div>
</div>
<span class="hint">its picture can be docs/pictures/accord.png</span>`;

const TOKEN = `
<label>Token</label>
<div class="bar"><span class="field dots">••••••••••••••••</span><span class="press">Reset Token</span></div>
<div class="bar"><span class="hint">shown once: keep it secret</span><span class="press">Copy</span></div>
<div class="group"><label>Privileged Gateway Intents</label>
${["Presence", "Server Members", "Message Content"].map((name) => `<div class="switch"><span>${name}</span><i></i></div>`).join("")}
<span class="hint">all off: Accord needs none</span></div>`;

const INSTALLATION = `
<label>Guild Install · Scopes</label>
<div class="chips">${SCOPES.map((scope) => `<span>${escapeHtml(scope)}</span>`).join("")}</div>
<label>Guild Install · Permissions</label>
<div class="chips">${PERMISSIONS.map(({ name }) => `<span>${escapeHtml(name)}</span>`).join("")}</div>
<div class="right"><span class="press">Save Changes</span></div>`;

const LINK = `
<label>Install Link</label>
<div class="field">Discord Provided Link</div>
<div class="bar"><span class="field">https://discord.com/oauth2/authorize?client_id=…</span><span class="press">Copy</span></div>
<span class="hint">open it in a browser where you are signed in to Discord, and send it to whoever runs another server</span>`;

const AUTHORISE = `
<div class="who">${drawLogo(40)}<span>wants to join your server</span></div>
<label>Add to server</label>
<div class="field">International Cooperation <b>▾</b></div>
<span class="hint">a server in which you may <i>Manage Server</i></span>
<div class="right"><span class="press">Authorize</span></div>`;

const START = `
<div class="terminal"><p><b>$</b> npm ci</p><p><b>$</b> DISCORD_TOKEN=… npm start</p></div>
<div class="ask"><span>/ask</span> what will Thang Long sponsor</div>
<span class="hint">the commands are there as soon as it runs</span>`;
