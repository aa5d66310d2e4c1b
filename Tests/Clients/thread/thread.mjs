// The same calls with fetch; HTTPS is verified against the file in NODE_EXTRA_CA_CERTS.
const { PORTAL, SERVER, USERNAME, PASSWORD, CLIENT, CLIENT_ID, CLIENT_SECRET } = process.env;

async function post(url, values) {
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(values) });
  return response.text();
}

let answer;
if (CLIENT_ID) {
  answer = await post(`${PORTAL}/sharing/rest/oauth2/token`, {
    client_id: CLIENT_ID, client_secret: CLIENT_SECRET, grant_type: "client_credentials", f: "json",
  });
} else {
  const values = { username: USERNAME, password: PASSWORD, referer: SERVER, f: "json" };
  if (CLIENT) values.client = CLIENT;
  answer = await post(`${PORTAL}/sharing/generateToken`, values);
}
const { token, access_token } = JSON.parse(answer);
if (token ?? access_token) {
  answer = await post(`${SERVER}/rest/services/Airports/MapServer`, { f: "json", token: token ?? access_token });
}
process.stdout.write(answer);
