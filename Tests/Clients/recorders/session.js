// What every browser here does, in a page of the portal: signs in, looks at itself, a server and its services.
async function session(portal, server) {
  const said = [];
  const ask = async (url, form) => {
    const answer = await fetch(url, form ? { method: "POST", body: new URLSearchParams(form) } : {});
    const type = answer.headers.get("content-type") || "";
    const body = type.includes("json") || type.startsWith("text") ? await answer.text() : (await answer.arrayBuffer(), "");
    said.push(answer.status);
    return body;
  };
  const given = JSON.parse(await ask(`${portal}/sharing/rest/generateToken`,
    { username: "viewer", password: "viewer", client: "requestip", expiration: "60", f: "json" }));
  const token = encodeURIComponent(given.token);
  await ask(`${portal}/sharing/rest/community/self?f=json&token=${token}`);
  await ask(`${portal}/sharing/rest/portals/self?f=json&token=${token}`);
  await ask(`${server}/rest/info?f=json`);
  await ask(`${server}/rest/services/Airports/MapServer?f=json`);
  await ask(`${server}/rest/services/Airports/MapServer?f=json&token=${token}`);
  await ask(`${server}/rest/services/PublicAirports/FeatureServer/0/query`,
    { where: "1=1", outFields: "IATA,NAME", resultRecordCount: "3", f: "json" });
  await ask(`${server}/rest/services/NoSuch/MapServer?f=json`);
  return said.join(" ");
}
