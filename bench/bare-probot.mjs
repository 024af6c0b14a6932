/** The baseline: a Probot app whose handler does nothing, behind Node's own server. Takes PORT, APP_ID, PRIVATE_KEY and WEBHOOK_SECRET. */
import { createServer } from "node:http";
import { createNodeMiddleware, createProbot } from "probot";

const middleware = await createNodeMiddleware(
  (app) => {
    app.onAny(() => undefined);
  },
  { probot: createProbot(), webhooksPath: "/api/github/webhooks" },
);
createServer((request, response) => {
  void middleware(request, response);
}).listen(Number(process.env.PORT), "127.0.0.1");
