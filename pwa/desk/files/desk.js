// Passkeys: the one thing at the desk that a page cannot do without a script.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) =>
    c.charCodeAt(0),
  );
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** Sends JSON with the page's form value; a page that must be confirmed first is gone to instead. */
async function send(path, data) {
  const token = document.querySelector('input[name="csrf_token"]').value;
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(data),
  });
  if (answer.redirected) {
    location.assign(answer.url);
    return new Promise(() => {});
  }
  if (!answer.ok) throw new Error("refused");
  return answer.json();
}

/** Writes what the authenticator said as JSON (WebAuthn 3 §5.1.8; not every browser has toJSON). */
function write(credential) {
  const { response } = credential;
  const fields = [
    "clientDataJSON",
    "attestationObject",
    "authenticatorData",
    "signature",
    "userHandle",
  ];
  const said = fields
    .filter((name) => response[name])
    .map((name) => [name, toText(response[name])]);
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: Object.fromEntries(said),
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

const read = (list) => (list ?? []).map((each) => ({ ...each, id: toBytes(each.id) }));

const ways = {
  async "sign-in"(place) {
    const options = await send("/desk/passkey/ask", {});
    const publicKey = {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: read(options.allowCredentials),
    };
    const credential = write(await navigator.credentials.get({ publicKey }));
    return send("/desk/passkey", { credential, onward: place.dataset.onward });
  },
  async add(place) {
    const options = await send("/desk/me/passkeys/ask", {});
    const publicKey = {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: read(options.excludeCredentials),
    };
    const credential = write(await navigator.credentials.create({ publicKey }));
    return send("/desk/me/passkeys", {
      credential,
      name: place.querySelector("input:not([type=hidden])").value,
    });
  },
};

for (const place of document.querySelectorAll("[data-passkey]")) {
  const button = place.querySelector("button");
  const fault = place.querySelector(".fault");
  place.hidden = !window.PublicKeyCredential;
  button.addEventListener("click", async () => {
    button.disabled = true;
    fault.hidden = true;
    try {
      const { onward } = await ways[place.dataset.passkey](place);
      location.replace(onward);
    } catch {
      fault.hidden = false;
      button.disabled = false;
    }
  });
}
